import { attempt } from '#lib/server/failures.ts'
import { goOn, signedIn } from '#lib/server/guard.ts'
import { qrSvg } from '#lib/server/qr.ts'

export async function load(event) {
  signedIn(event)
  const { locals, params } = event
  const found = await attempt(event, locals.api.trpc.dossier.receiptSlip.query({ dossierId: params.id }))
  // A dossier has its slip once it is accepted; until then it shows itself.
  if (!found.ok) goOn(event, `/dossiers/${params.id}`)
  return { slip: found.answer, qr: await qrSvg(found.answer.lookupUrl), dossierId: params.id }
}
