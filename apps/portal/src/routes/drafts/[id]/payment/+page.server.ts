import { fail } from '@sveltejs/kit'
import { afterStep, openDraft } from '#lib/server/draft.ts'
import { ask } from '#lib/server/failures.ts'

export const actions = {
  default: async (event) => {
    const { channels } = (await openDraft(event)).procedure.payment
    const posted = (await event.request.formData()).get('paymentChannel')
    const paymentChannel = channels.find((allowed) => allowed === posted)
    if (!paymentChannel) return fail(400, { missing: true })
    const draft = await ask(
      event,
      event.locals.api.trpc.drafts.saveChoice.mutate({ id: event.params.id, paymentChannel }),
    )
    return afterStep(event, draft, 'payment-channel')
  },
}
