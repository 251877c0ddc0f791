import { orErrorPage } from '#lib/server/failures.ts'
import { accountAct } from '#lib/server/account-acts.ts'
import { text } from '#lib/server/form-data.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  account: await orErrorPage(locals.api.trpc.accounts.get.query({ accountId: params.id })),
})

export const actions: Actions = {
  async lock(event) {
    const posted = await event.request.formData()
    const [cause, reason, toldBy] = [text(posted, 'cause'), text(posted, 'reason'), text(posted, 'toldBy')]
    const { id: accountId } = event.params
    const { lockAtOnce } = event.locals.api.trpc.accounts
    return accountAct(
      event,
      () =>
        cause === 'detected-risk'
          ? lockAtOnce.mutate({ cause, accountId, reason })
          : lockAtOnce.mutate({
              cause: 'emergency',
              channel: cause === 'email' ? 'email' : 'phone',
              accountId,
              reason,
              toldBy,
            }),
      ({ requestId }) => `/accounts/requests/${requestId}`,
    )
  },
  invite: (event) =>
    accountAct(event, () =>
      event.locals.api.trpc.accounts.inviteAgain.mutate({ accountId: event.params.id }),
    ),
  async revoke(event) {
    const reason = text(await event.request.formData(), 'reason')
    return accountAct(event, async () => {
      await event.locals.api.trpc.accounts.revokeInUnit.mutate({ accountId: event.params.id, reason })
      return {}
    })
  },
}
