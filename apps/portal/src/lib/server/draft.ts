import type { RequestEvent } from '@sveltejs/kit'
import type { DraftView } from '#lib/api-types.ts'
import { journeyOf, pathAfter } from '#lib/journey.ts'
import { ask } from './failures.ts'
import { goOn, signedIn } from './guard.ts'

type DraftEvent = RequestEvent<{ id: string }>

/** The draft of this address. One that was submitted leads to its dossier, a completion to its own page. */
export async function openDraft(event: DraftEvent): Promise<DraftView> {
  signedIn(event)
  const draft = await ask(event, event.locals.api.trpc.drafts.get.query({ id: event.params.id }))
  if (draft.dossierId) goOn(event, `/dossiers/${draft.dossierId}/confirmation`)
  if (draft.completes) goOn(event, `/dossiers/${draft.completes.dossierId}/completion`)
  return draft
}

/** Goes on from a step that is done: back to the check where the person came from there, else to the next step. */
export function afterStep(event: DraftEvent, draft: DraftView, stepId: string): never {
  const { locals, url } = event
  if (draft.amends) goOn(event, `/dossiers/${draft.amends.dossierId}/amend?draft`)
  const path = cameFromCheck(url) ? '/check' : pathAfter(journeyOf(draft, locals.locale), stepId)
  goOn(event, `/drafts/${draft.id}${path}`)
}

/** True on a page that was opened by "Thay đổi" on the check. */
export function cameFromCheck(url: URL): boolean {
  return url.searchParams.get('from') === 'check'
}
