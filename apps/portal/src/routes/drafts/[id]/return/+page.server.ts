import { fail } from '@sveltejs/kit'
import { afterStep, openDraft } from '#lib/server/draft.ts'
import { ask } from '#lib/server/failures.ts'

export const actions = {
  default: async (event) => {
    const { channels } = (await openDraft(event)).procedure.return
    const posted = (await event.request.formData()).get('returnChannel')
    const returnChannel = channels.find((allowed) => allowed === posted)
    if (!returnChannel) return fail(400, { missing: true })
    const draft = await ask(
      event,
      event.locals.api.trpc.drafts.saveChoice.mutate({ id: event.params.id, returnChannel }),
    )
    return afterStep(event, draft, 'return-channel')
  },
}
