import { signedIn } from '#lib/server/guard.ts'
import { passOn } from '#lib/server/pass-on.ts'

/** The receipt slip of an accepted dossier, for the person who filed it. */
export function GET(event) {
  signedIn(event)
  return passOn(event, `/slips/receipt/${encodeURIComponent(event.params.id)}.pdf`)
}
