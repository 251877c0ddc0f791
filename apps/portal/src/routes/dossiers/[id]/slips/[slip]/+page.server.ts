import { ask } from '#lib/server/failures.ts'
import { signedIn } from '#lib/server/guard.ts'
import { qrSvg } from '#lib/server/qr.ts'

export async function load(event) {
  signedIn(event)
  const { id: dossierId, slip: ref } = event.params
  const slip = await ask(event, event.locals.api.trpc.slips.get.query({ dossierId, slip: ref }))
  return { slip, ref, qr: slip.lookup && (await qrSvg(slip.lookup.url)), dossierId }
}
