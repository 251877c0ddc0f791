import { fail } from '@sveltejs/kit'
import { ask } from '#lib/server/failures.ts'
import { goOn, signedIn } from '#lib/server/guard.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  signedIn(event)
  const dossierId = event.params.id
  return { dossierId, keepable: await ask(event, event.locals.api.trpc.papers.keepable.query({ dossierId })) }
}

export const actions: Actions = {
  async default(event) {
    signedIn(event)
    const posted = await event.request.formData()
    const fileIds = posted.getAll('fileId').filter((value) => typeof value === 'string')
    if (fileIds.length === 0) return fail(400, { nothing: true })
    await ask(event, event.locals.api.trpc.papers.keep.mutate({ dossierId: event.params.id, fileIds }))
    goOn(event, '/papers?done=kept')
  },
}
