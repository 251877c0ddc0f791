import { fail, redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { mostBasis, mostReason, refusalErrors } from '#lib/refusal.ts'
import { getDossierFor, orAlreadyDecided } from '#lib/server/dossiers.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'refuse'),
  limits: { reason: mostReason, basis: mostBasis },
})

export const actions: Actions = {
  async check(event) {
    const { typed, errors } = await readRefusal(event)
    return errors.length > 0 ? fail(400, { step: 'edit', typed, errors }) : { step: 'check', typed, errors }
  },

  async edit(event) {
    const { typed } = await readRefusal(event)
    return { step: 'edit', typed, errors: [] }
  },

  async send(event) {
    const { locals, params } = event
    const { typed, errors } = await readRefusal(event)
    if (errors.length > 0) return fail(400, { step: 'edit', typed, errors })
    await orAlreadyDecided(
      locals,
      params.id,
      locals.api.trpc.intake.refuse.mutate({ dossierId: params.id, ...typed }),
    )
    redirect(303, `${pathIn(locals.locale, `/dossiers/${params.id}`)}?done=refuse`)
  },
}

async function readRefusal({ locals, request }: RequestEvent) {
  const posted = await request.formData()
  const typed = { reason: text(posted, 'reason'), basis: text(posted, 'basis') }
  return { typed, errors: refusalErrors(typed, deskWords(locals.locale)) }
}
