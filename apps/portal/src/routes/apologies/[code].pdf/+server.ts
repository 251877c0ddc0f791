import { issuedAt } from '#lib/server/apology-slip.ts'
import { passOn } from '#lib/server/pass-on.ts'

/** A published apology slip as a PDF, for everybody. */
export function GET(event) {
  const at = encodeURIComponent(issuedAt(event.url))
  return passOn(event, `/slips/published/${encodeURIComponent(event.params.code)}.pdf?at=${at}`)
}
