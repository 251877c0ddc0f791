import type { RequestEvent } from '@sveltejs/kit'
import type { OwnDossierView } from '#lib/api-types.ts'
import { ask } from './failures.ts'
import { signedIn } from './guard.ts'

/** The dossier of this address, if it is the person's own. */
export function ownDossier(event: RequestEvent<{ id: string }>): Promise<OwnDossierView> {
  signedIn(event)
  return ask(event, event.locals.api.trpc.dossier.own.query({ id: event.params.id }))
}
