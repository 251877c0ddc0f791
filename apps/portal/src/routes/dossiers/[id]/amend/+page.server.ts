import { error, fail, type RequestEvent } from '@sveltejs/kit'
import type { DraftView } from '#lib/api-types.ts'
import { ask, attempt } from '#lib/server/failures.ts'
import { goOn, signedIn } from '#lib/server/guard.ts'
import { ownDossier } from '#lib/server/own-dossier.ts'

type AmendEvent = RequestEvent<{ id: string }>

/** The first view opens nothing: a draft begins when the person presses “start”, or is there from before. */
export async function load(event) {
  const dossier = await ownDossier(event)
  if (!dossier.mayAmend.allowed) error(409, 'conflict')
  const begun = event.url.searchParams.has('draft')
  return { dossier, draft: begun ? await openAmendment(event) : undefined }
}

export const actions = {
  start: async (event) => {
    await openAmendment(event)
    goOn(event, `/dossiers/${event.params.id}/amend?draft`)
  },

  send: async (event) => {
    signedIn(event)
    const reason = String((await event.request.formData()).get('reason') ?? '').trim()
    const { id: dossierId } = event.params
    const sent = await attempt(
      event,
      event.locals.api.trpc.completion.amend.mutate({ dossierId, ...(reason && { reason }) }),
    )
    if (sent.ok) goOn(event, `/dossiers/${dossierId}?done=amended`)
    const { failure } = sent
    return fail(422, { reason, refusal: failure.kind === 'refused' ? failure.refusal.code : undefined })
  },

  discard: async (event) => {
    const { id } = await openAmendment(event)
    await ask(event, event.locals.api.trpc.drafts.discard.mutate({ id }))
    goOn(event, `/dossiers/${event.params.id}`)
  },
}

async function openAmendment(event: AmendEvent): Promise<DraftView> {
  signedIn(event)
  return ask(event, event.locals.api.trpc.drafts.openAmendment.mutate({ dossierId: event.params.id }))
}
