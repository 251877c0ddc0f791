import { error, fail } from '@sveltejs/kit'
import type { ShownError } from '@motcua/ui/field-errors'
import { orErrorPage } from '#lib/server/failures.ts'
import { text, ticked } from '#lib/server/form-data.ts'
import { whyNot } from '#lib/server/population.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { api, staff }, url }) => {
  if (!staff?.roles.includes('auditor')) error(403, 'forbidden')
  const all = url.searchParams.has('all')
  return { all, log: await orErrorPage(api.trpc.population.queries.query({ open: !all })) }
}

const findings = ['proper', 'improper'] as const

interface Typed {
  ids: string[]
  finding: (typeof findings)[number] | ''
  remark: string
}

async function read({ request, locals }: RequestEvent): Promise<{ typed: Typed; errors: ShownError[] }> {
  const posted = await request.formData()
  const say = deskWords(locals.locale).population.log
  const finding: Typed['finding'] = findings.find((known) => known === text(posted, 'finding')) ?? ''
  const typed = { ids: ticked(posted, 'id').slice(0, 200), finding, remark: text(posted, 'remark') }
  const errors = [
    ...(typed.ids.length > 0 ? [] : [{ href: '#queries', text: say.pickMissing }]),
    ...(finding ? [] : [{ href: '#finding', text: say.findingMissing }]),
    ...(finding === 'improper' && !typed.remark ? [{ href: '#remark', text: say.remarkMissing }] : []),
  ]
  return { typed, errors }
}

const reviewed = (count: number) => ({
  step: 'done' as const,
  typed: { ids: [], finding: '', remark: '' } as Typed,
  errors: [] as ShownError[],
  count,
})

export const actions = {
  async check(event) {
    const { typed, errors } = await read(event)
    if (errors.length > 0) return fail(400, { step: 'edit' as const, typed, errors, count: 0 })
    return { step: 'check' as const, typed, errors, count: 0 }
  },

  async edit(event) {
    const { typed } = await read(event)
    return { step: 'edit' as const, typed, errors: [] as ShownError[], count: 0 }
  },

  async send(event) {
    const { typed, errors } = await read(event)
    const { ids, finding, remark } = typed
    if (errors.length > 0 || finding === '')
      return fail(400, { step: 'edit' as const, typed, errors, count: 0 })
    try {
      await event.locals.api.trpc.population.review.mutate({ ids, finding, remark })
    } catch (thrown) {
      const say = deskWords(event.locals.locale).population
      const why = whyNot(thrown, event.locals.locale)
      const wrong = [{ href: '#queries', text: why === say.moved ? say.log.moved : why }]
      return fail(400, { step: 'edit' as const, typed, errors: wrong, count: 0 })
    }
    return reviewed(ids.length)
  },
} satisfies Actions
