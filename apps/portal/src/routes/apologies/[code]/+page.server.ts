import { issuedAt } from '#lib/server/apology-slip.ts'
import { ask } from '#lib/server/failures.ts'
import { qrSvg } from '#lib/server/qr.ts'

export async function load(event) {
  const { code } = event.params
  const at = issuedAt(event.url)
  const slip = await ask(event, event.locals.api.trpc.slips.published.query({ code, at }))
  return { slip, code, at, qr: slip.lookup && (await qrSvg(slip.lookup.url)) }
}
