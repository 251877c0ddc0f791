import { error, fail, redirect } from '@sveltejs/kit'
import { words } from '@motcua/ui/words'
import { pathIn } from '#lib/locale.ts'
import { stepsFrom, type ProvinceStep } from '#lib/province-steps.ts'
import { failureOf, orErrorPage } from '#lib/server/failures.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const deed = stepOf(params.deed)
  const { id } = params
  const { name, standing } = await orErrorPage(locals.api.trpc.house.province.query({ id }))
  return { deed, id, name, standing, mayNow: stepsFrom(standing).includes(deed) }
}

export const actions: Actions = {
  async default({ request, locals, params }) {
    const deed = stepOf(params.deed)
    const { id } = params
    const say = deskWords(locals.locale).operator.step
    const posted = await request.formData()
    const typed = {
      reason: text(posted, 'reason'),
      noteVi: text(posted, 'noteVi'),
      noteEn: text(posted, 'noteEn'),
    }
    const note = deed === 'suspend' ? { vi: typed.noteVi, en: typed.noteEn } : undefined
    const notes = note ? (['noteVi', 'noteEn'] as const) : []
    const errors = [
      ...(typed.reason === '' ? [{ href: '#reason', text: say.reasonMissing }] : []),
      ...(typed.reason.length > 500 ? [{ href: '#reason', text: say.reasonLong }] : []),
      ...notes
        .filter((name) => typed[name] === '' || typed[name].length > 500)
        .map((name) => ({ href: `#${name}`, text: say.noteMissing })),
    ]
    if (errors.length > 0) return fail(400, { typed, errors })
    try {
      await locals.api.trpc.house.moveProvince.mutate({ id, deed, reason: typed.reason, note })
    } catch (thrown) {
      const failure = failureOf(thrown)
      if (failure.kind !== 'refused') return orErrorPage(Promise.reject(thrown)) as never
      const refused = words(locals.locale).refusals[failure.refusal.code]
      return fail(409, { typed, errors: [{ href: '#reason', text: refused }] })
    }
    redirect(303, `${pathIn(locals.locale, `/operator/${id}`)}?done`)
  },
}

const steps: readonly ProvinceStep[] = ['suspend', 'resume', 'note-export', 'confirm-archive']

function stepOf(name: string): ProvinceStep {
  return steps.find((step) => step === name) ?? error(404, 'not-found')
}
