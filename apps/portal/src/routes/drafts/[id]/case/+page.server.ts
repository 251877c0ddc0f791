import { fail } from '@sveltejs/kit'
import { afterStep, openDraft } from '#lib/server/draft.ts'
import { ask } from '#lib/server/failures.ts'

export const actions = {
  default: async (event) => {
    const { cases } = (await openDraft(event)).procedure
    const caseId = String((await event.request.formData()).get('caseId') ?? '')
    if (!cases.some(({ id }) => id === caseId)) return fail(400, { missing: true })
    const draft = await ask(
      event,
      event.locals.api.trpc.drafts.saveChoice.mutate({ id: event.params.id, caseId }),
    )
    return afterStep(event, draft, 'case')
  },
}
