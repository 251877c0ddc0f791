import { signedIn, goOn } from '#lib/server/guard.ts'
import { ask } from '#lib/server/failures.ts'

export async function load(event) {
  signedIn(event)
  return {
    account: await ask(event, event.locals.api.trpc.holder.account.query()),
    saved: event.url.searchParams.has('saved'),
  }
}

export const actions = {
  /** Signs one browser out, or all of them. */
  end: async (event) => {
    signedIn(event)
    const id = String((await event.request.formData()).get('id') ?? '')
    await ask(event, event.locals.api.trpc.holder.endSessions.mutate(id ? { id } : {}))
    goOn(event, id ? '/account?saved' : '/sign-in')
  },
}
