import { fail, redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { text } from '#lib/server/form-data.ts'
import { postErrors } from '#lib/server/post.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions } from './$types'

const things = ['result', 'slip', 'originals'] as const

export const actions: Actions = {
  async default({ locals, request }) {
    const { locale } = locals
    const posted = await request.formData()
    const typed = {
      reference: text(posted, 'reference'),
      no: text(posted, 'no').replace(/\s/g, '').toUpperCase(),
      what: things.find((thing) => thing === text(posted, 'what')),
    }
    const { reference, no, what } = typed
    const say = deskWords(locale).post.deliverForm
    const errors = [
      ...(reference ? [] : [{ href: '#reference', text: say.referenceMissing }]),
      ...(no.length >= 4 ? [] : [{ href: '#no', text: say.noMissing }]),
      ...(what ? [] : [{ href: '#what', text: say.whatMissing }]),
    ]
    if (errors.length > 0 || !what) return fail(400, { typed, errors })
    let id: string
    try {
      id = (await locals.api.trpc.postal.takeConsignment.mutate({ reference, no, what })).consignmentId
    } catch (thrown) {
      const at = {
        'not-found': '#reference',
        conflict: '#no',
        'not-by-post': '#what',
        'nothing-to-deliver': '#what',
      }
      return fail(400, { typed, errors: postErrors(thrown, locale, at) })
    }
    redirect(303, pathIn(locale, `/post/consignments/${id}`))
  },
}
