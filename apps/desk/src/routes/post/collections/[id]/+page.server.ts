import { fail, redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { files } from '#lib/server/form-data.ts'
import { postErrors } from '#lib/server/post.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  collection: await orErrorPage(locals.api.trpc.postal.collection.query({ id: params.id })),
  kept: url.searchParams.has('kept'),
})

export const actions: Actions = {
  /** Records the applicant's signed mandate. */
  async confirm({ locals, params, request }) {
    const { locale } = locals
    const [proof] = files(await request.formData(), 'proof')
    if (!proof) {
      const errors = [{ href: '#proof', text: deskWords(locale).post.collection.proofMissing }]
      return fail(400, { errors })
    }
    const form = new FormData()
    form.set('collectionId', params.id)
    form.set('proof', proof)
    try {
      await locals.api.trpc.postal.confirm.mutate(form)
    } catch (thrown) {
      return fail(400, { errors: postErrors(thrown, locale, { 'file-not-accepted': '#proof' }) })
    }
    redirect(303, pathIn(locale, `/post/collections/${params.id}`))
  },

  /** Files it online, before it is carried. */
  async file({ locals, params }) {
    try {
      await locals.api.trpc.postal.fileOnline.mutate({ collectionId: params.id })
    } catch (thrown) {
      return fail(400, { errors: postErrors(thrown, locals.locale) })
    }
    redirect(303, pathIn(locals.locale, `/post/collections/${params.id}`))
  },
}
