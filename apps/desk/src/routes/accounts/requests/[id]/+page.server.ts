import { orErrorPage } from '#lib/server/failures.ts'
import { accountAct } from '#lib/server/account-acts.ts'
import { text, ticked } from '#lib/server/form-data.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  request: await orErrorPage(locals.api.trpc.accounts.getRequest.query({ requestId: params.id })),
  manages: locals.staff?.roles.includes('account-manager') ?? false,
})

export const actions: Actions = {
  async grant(event) {
    const posted = await event.request.formData()
    const granted = ticked(posted, 'granted').map(Number)
    const reason = text(posted, 'reason')
    return accountAct(event, async () => ({
      issued: await event.locals.api.trpc.accounts.grant.mutate({
        requestId: event.params.id,
        granted,
        ...(reason && { reason }),
      }),
    }))
  },
  confirm: (event) =>
    accountAct(event, () => event.locals.api.trpc.accounts.confirm.mutate({ requestId: event.params.id })),
  async refuse(event) {
    const reason = text(await event.request.formData(), 'reason')
    return accountAct(event, async () => {
      await event.locals.api.trpc.accounts.refuse.mutate({ requestId: event.params.id, reason })
      return {}
    })
  },
  async notice(event) {
    const posted = await event.request.formData()
    const via = text(posted, 'via') as 'letter'
    const reference = text(posted, 'reference')
    return accountAct(event, async () => {
      await event.locals.api.trpc.accounts.noteNotice.mutate({ requestId: event.params.id, via, reference })
      return {}
    })
  },
}
