import { fail, redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { text } from '#lib/server/form-data.ts'
import { postErrors } from '#lib/server/post.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  collection: await orErrorPage(locals.api.trpc.postal.collection.query({ id: params.id })),
})

export const actions: Actions = {
  async default({ locals, params, request }) {
    const reason = text(await request.formData(), 'reason')
    if (!reason) {
      const errors = [{ href: '#reason', text: deskWords(locals.locale).post.collection.reasonMissing }]
      return fail(400, { reason, errors })
    }
    try {
      await locals.api.trpc.postal.giveBack.mutate({ collectionId: params.id, reason })
    } catch (thrown) {
      return fail(400, { reason, errors: postErrors(thrown, locals.locale) })
    }
    redirect(303, pathIn(locals.locale, `/post/collections/${params.id}`))
  },
}
