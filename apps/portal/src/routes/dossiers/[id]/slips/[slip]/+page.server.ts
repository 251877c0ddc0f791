import { attempt } from '#lib/server/failures.ts'
import { goOn, signedIn } from '#lib/server/guard.ts'
import { qrSvg } from '#lib/server/qr.ts'

export async function load(event) {
  signedIn(event)
  const { locals, params } = event
  const { id, slip: ref } = params
  const found = await attempt(event, locals.api.trpc.slips.get.query({ dossierId: id, slip: ref }))
  // A slip is there once its deed is done; until then the dossier shows itself.
  if (!found.ok) goOn(event, `/dossiers/${id}`)
  const slip = found.answer
  return { slip, ref, qr: slip.lookup && (await qrSvg(slip.lookup.url)), dossierId: id }
}
