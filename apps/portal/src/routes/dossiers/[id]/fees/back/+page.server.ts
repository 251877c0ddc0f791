import { attempt } from '#lib/server/failures.ts'
import { goOn, signedIn } from '#lib/server/guard.ts'

/** The payer comes back from the gateway. The same address may be opened again: it tells how the payment stands. */
export async function load(event) {
  signedIn(event)
  const { locals, params, url } = event
  const query = url.search.slice(1, 4001)
  const came = await attempt(event, locals.api.trpc.fees.comeBack.mutate({ dossierId: params.id, query }))
  goOn(event, `/dossiers/${params.id}/fees${came.ok ? `?back=${came.answer.state}` : ''}`)
}
