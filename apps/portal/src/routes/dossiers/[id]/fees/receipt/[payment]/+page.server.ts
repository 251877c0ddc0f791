import { ask } from '#lib/server/failures.ts'
import { signedIn } from '#lib/server/guard.ts'

export async function load(event) {
  signedIn(event)
  const { locals, params } = event
  const input = { dossierId: params.id, paymentId: params.payment }
  return { receipt: await ask(event, locals.api.trpc.fees.receipt.query(input)), dossierId: params.id }
}
