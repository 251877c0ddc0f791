import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import type { Refusal } from '@motcua/api/client'
import { words } from '@motcua/ui/words'
import { pathIn } from '#lib/locale.ts'
import { failureOf, orErrorPage } from '#lib/server/failures.ts'
import { text } from '#lib/server/form-data.ts'
import { reconciles } from '#lib/works-at-desk.ts'
import { deskWords } from '#lib/words/index.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { fees } = locals.api.trpc
  const all = locals.staff ? reconciles(locals.staff) : false
  const [held, byPost, bank, reports] = await Promise.all([
    orErrorPage(fees.held.query({ holder: 'counter' })),
    all ? orErrorPage(fees.held.query({ holder: 'post' })) : undefined,
    all ? orErrorPage(fees.bank.query()) : undefined,
    all ? orErrorPage(fees.reports.query()) : undefined,
  ])
  return { held, byPost, bank, reports, all, done: url.searchParams.get('done') }
}

/** What went wrong, beside the part of the page it belongs to. */
interface Wrong {
  at: string
  text: string
  faults?: { line: number; code: string; found: string }[]
}

export const actions = {
  handOver: (event) =>
    tried(event, 'held', 'handedOver', async ({ locals }, posted) =>
      locals.api.trpc.fees.handOverCash.mutate({ total: Number(text(posted, 'total')) }),
    ),
  confirm: (event) =>
    tried(event, 'handOvers', 'wasConfirmed', async ({ locals }, posted) =>
      locals.api.trpc.fees.confirmHandOver.mutate({ id: text(posted, 'id') }),
    ),
  decide: (event) =>
    tried(event, 'lines', 'decided', async ({ locals }, posted) => {
      const [ref, note] = [text(posted, 'ref'), text(posted, 'note')]
      await locals.api.trpc.fees.decideLine.mutate({
        lineId: text(posted, 'lineId'),
        ...(ref && { ref }),
        ...(note && { note }),
      })
    }),
  reconcile: (event) =>
    tried(event, 'reports', 'reconciled', async ({ locals }, posted) =>
      locals.api.trpc.fees.reconcile.mutate({ day: text(posted, 'day') }),
    ),
  takeIn: async (event) => {
    const { locals } = event
    const say = deskWords(locals.locale).money
    const posted = await event.request.formData()
    const file = posted.get('statement')
    if (!(file instanceof File) || file.size === 0)
      return fail<Wrong>(400, { at: 'statement', text: say.statementMissing })
    const form = new FormData()
    form.set('statement', file, file.name)
    try {
      return { taken: await locals.api.trpc.fees.takeInStatement.mutate(form) }
    } catch (thrown) {
      return fail<Wrong>(400, { at: 'statement', ...wordOf(event, thrown) })
    }
  },
}

async function tried(
  event: RequestEvent,
  at: string,
  done: string,
  work: (event: RequestEvent, posted: FormData) => Promise<unknown>,
) {
  try {
    await work(event, await event.request.formData())
  } catch (thrown) {
    return fail<Wrong>(400, { at, ...wordOf(event, thrown) })
  }
  redirect(303, `${pathIn(event.locals.locale, '/money')}?done=${done}#${at}`)
}

function wordOf(
  { locals }: RequestEvent,
  thrown: unknown,
): { text: string; faults?: NonNullable<Wrong['faults']> } {
  const failure = failureOf(thrown)
  const say = words(locals.locale)
  if (failure.kind !== 'refused') return { text: say.refusals['payment-not-here'] }
  const { refusal } = failure
  const faults = faultsIn(refusal)
  return { text: say.refusals[refusal.code], ...(faults && { faults }) }
}

function faultsIn({ data }: Refusal): Wrong['faults'] {
  return Array.isArray(data?.faults) ? (data.faults as NonNullable<Wrong['faults']>) : undefined
}
