import { fail } from '@sveltejs/kit'
import { attempt } from '#lib/server/failures.ts'
import { goOn, signedIn } from '#lib/server/guard.ts'

export const actions = {
  /** The same draft is the same dossier: pressing twice, two windows and a reload all end at one confirmation. */
  default: async (event) => {
    signedIn(event)
    const { locals, params } = event
    const submitted = await attempt(event, locals.api.trpc.intake.submit.mutate({ draftId: params.id }))
    if (submitted.ok) goOn(event, `/dossiers/${submitted.answer.dossierId}/confirmation`)
    const { failure } = submitted
    return fail(422, { refusal: failure.kind === 'refused' ? failure.refusal.code : undefined })
  },
}
