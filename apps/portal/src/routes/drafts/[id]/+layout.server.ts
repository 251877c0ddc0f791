import { journeyOf, pathBefore } from '#lib/journey.ts'
import { cameFromCheck, openDraft } from '#lib/server/draft.ts'
import { goOn } from '#lib/server/guard.ts'

/** Every page of a draft shows it as it is now: reading the address makes SvelteKit ask again on each page. */
export async function load(event) {
  const draft = await openDraft(event)
  // A draft that changes a filed dossier has its answers and papers here, and the rest on a page of its own.
  const isPart = /\/(form|papers)/.test(event.route.id ?? '')
  if (draft.amends && !isPart) goOn(event, `/dossiers/${draft.amends.dossierId}/amend?draft`)
  const fromCheck = cameFromCheck(event.url)
  const steps = journeyOf(draft, event.locals.locale)
  return {
    draft,
    steps,
    fromCheck,
    /** Path below the draft's address to which the page of a step leads back. */
    backFrom: Object.fromEntries(
      steps.map(({ id }) => [id, fromCheck ? '/check' : pathBefore(steps, id)]),
    ) as Record<string, string>,
  }
}
