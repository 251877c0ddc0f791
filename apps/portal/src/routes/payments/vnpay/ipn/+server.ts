import { json } from '@sveltejs/kit'

/**
 * Where the payment gateway tells of payments (VNPAY's IPN). It is believed for its signature, not for where it comes
 * from; what cannot be answered now is answered 99, and the gateway calls again.
 */
export async function GET({ url, locals }) {
  try {
    return json(await locals.api.trpc.fees.bringNotice.mutate({ query: url.search.slice(1, 4001) }))
  } catch (thrown) {
    console.error(`[${locals.requestId}] a notice of the payment gateway could not be taken`, thrown)
    return json({ RspCode: '99', Message: 'Unknown error' })
  }
}
