import { openDraft } from '#lib/server/draft.ts'
import { ask } from '#lib/server/failures.ts'
import { goOn } from '#lib/server/guard.ts'

export const actions = {
  default: async (event) => {
    const { id } = await openDraft(event)
    await ask(event, event.locals.api.trpc.drafts.discard.mutate({ id }))
    goOn(event, '/dossiers?done=discarded')
  },
}
