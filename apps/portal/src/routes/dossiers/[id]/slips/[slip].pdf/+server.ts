import { signedIn } from '#lib/server/guard.ts'
import { passOn } from '#lib/server/pass-on.ts'

/** A slip of a dossier as a PDF, for the person who filed it. */
export function GET(event) {
  signedIn(event)
  const [id, slip] = [event.params.id, event.params.slip].map(encodeURIComponent)
  return passOn(event, `/slips/${id}/${slip}.pdf`)
}
