import { ask } from '#lib/server/failures.ts'
import { goOn, signedIn } from '#lib/server/guard.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  signedIn(event)
  return { kept: await ask(event, event.locals.api.trpc.papers.list.query({})) }
}

export const actions: Actions = {
  async withdraw(event) {
    signedIn(event)
    const id = String((await event.request.formData()).get('id'))
    await ask(event, event.locals.api.trpc.papers.withdraw.mutate({ id }))
    goOn(event, '/papers?done=withdrawn')
  },
}
