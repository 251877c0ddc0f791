import { fail } from '@sveltejs/kit'
import { ask, attempt } from '#lib/server/failures.ts'
import { goOn, signedIn } from '#lib/server/guard.ts'

const states = ['paid', 'failed', 'waiting'] as const

export async function load(event) {
  signedIn(event)
  const { locals, params, url } = event
  const fee = await ask(event, locals.api.trpc.fees.own.query({ dossierId: params.id }))
  const back = states.find((state) => state === url.searchParams.get('back'))
  // What the address says is shown only where the office says so too.
  return { fee, back: back === 'waiting' || (back === 'paid') === Boolean(fee.fee?.paid) ? back : undefined }
}

export const actions = {
  /** Opens the payment, or leads to the open one; the page then links to the gateway. */
  online: async (event) => {
    signedIn(event)
    const { locals, params } = event
    const call = locals.api.trpc.fees.payOnline.mutate({ dossierId: params.id, locale: locals.locale })
    const opened = await attempt(event, call)
    if (opened.ok) return { online: opened.answer }
    return fail(409, { refusal: refusalOf(opened.failure) })
  },

  /** Opens a payment by transfer; its number stands on the page from then on. */
  transfer: async (event) => {
    signedIn(event)
    const { locals, params } = event
    const opened = await attempt(event, locals.api.trpc.fees.payByTransfer.mutate({ dossierId: params.id }))
    if (!opened.ok) return fail(409, { refusal: refusalOf(opened.failure) })
    goOn(event, `/dossiers/${params.id}/fees#transfer`)
  },
}

function refusalOf(failure: Extract<Awaited<ReturnType<typeof attempt>>, { ok: false }>['failure']) {
  return failure.kind === 'refused' ? failure.refusal.code : 'payment-closed'
}
