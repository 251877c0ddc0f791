import { error, fail, redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { postErrors, readCount, withPhotos } from '#lib/server/post.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const collection = await orErrorPage(locals.api.trpc.postal.collection.query({ id: params.id }))
  if (collection.phase !== 'counted') error(409, 'conflict')
  return { collection }
}

export const actions: Actions = {
  async default({ locals, params, request }) {
    const { locale } = locals
    const { lines } = await orErrorPage(locals.api.trpc.postal.collection.query({ id: params.id }))
    const papers = lines.map(({ paper }) => paper)
    const posted = await request.formData()
    const { typed, counted, errors } = readCount(posted, papers, locale)
    if (errors.length > 0) return fail(400, { typed, errors })
    try {
      const entry = { collectionId: params.id, counted }
      await locals.api.trpc.postal.recount.mutate(withPhotos(entry, posted, papers))
    } catch (thrown) {
      return fail(400, { typed, errors: postErrors(thrown, locale, { 'file-not-accepted': '#photos' }) })
    }
    redirect(303, `${pathIn(locale, `/post/collections/${params.id}`)}?kept`)
  },
}
