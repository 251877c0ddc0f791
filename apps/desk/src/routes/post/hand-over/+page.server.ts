import { fail, redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { text, ticked } from '#lib/server/form-data.ts'
import { postErrors } from '#lib/server/post.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const { collections } = await orErrorPage(locals.api.trpc.postal.round.query())
  const ready = collections.filter(({ ready }) => ready)
  const bodies = Map.groupBy(ready, ({ agencyId }) => agencyId)
  return {
    bodies: [...bodies].map(([id, rows]) => ({
      id,
      name: rows[0]!.agencyName,
      rows,
      key: crypto.randomUUID(),
    })),
  }
}

export const actions: Actions = {
  async default({ locals, request }) {
    const posted = await request.formData()
    const collectionIds = ticked(posted, 'collection')
    if (collectionIds.length === 0) {
      const errors = [
        { href: `#body-${text(posted, 'body')}`, text: deskWords(locals.locale).post.handOverForm.missing },
      ]
      return fail(400, { errors })
    }
    let handoverId: string
    try {
      const key = text(posted, 'key')
      handoverId = (await locals.api.trpc.postal.prepareHandOver.mutate({ key, collectionIds })).handoverId
    } catch (thrown) {
      return fail(400, { errors: postErrors(thrown, locals.locale) })
    }
    redirect(303, pathIn(locals.locale, `/hand-overs/${handoverId}`))
  },
}
