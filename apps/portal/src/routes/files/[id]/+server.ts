import { signedIn } from '#lib/server/guard.ts'
import { passOn } from '#lib/server/pass-on.ts'

/** A file of a draft or dossier of the person who asks. */
export function GET(event) {
  signedIn(event)
  return passOn(event, `/files/${encodeURIComponent(event.params.id)}`)
}
