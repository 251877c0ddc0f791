import { error, fail, redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { text } from '#lib/server/form-data.ts'
import { postErrors } from '#lib/server/post.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { consignments } = await orErrorPage(locals.api.trpc.postal.round.query())
  const consignment = consignments.find(({ id }) => id === params.id)
  if (!consignment) error(404, 'not-found')
  return { consignment }
}

export const actions: Actions = {
  async attempt({ locals, params, request }) {
    const { locale } = locals
    const posted = await request.formData()
    const typed = {
      outcome: (['delivered', 'failed'] as const).find((one) => one === text(posted, 'outcome')),
      note: text(posted, 'note').slice(0, 300),
    }
    const { outcome, note } = typed
    const say = deskWords(locale).post.consignment
    const errors = [
      ...(outcome ? [] : [{ href: '#outcome', text: say.outcomeMissing }]),
      ...(note ? [] : [{ href: '#note', text: say.noteMissing }]),
    ]
    if (errors.length > 0 || !outcome) return fail(400, { typed, errors })
    try {
      await locals.api.trpc.postal.tryDelivery.mutate({ consignmentId: params.id, outcome, note })
    } catch (thrown) {
      return fail(400, { typed, errors: postErrors(thrown, locale) })
    }
    redirect(303, pathIn(locale, outcome === 'delivered' ? '/post' : `/post/consignments/${params.id}`))
  },

  async back({ locals, params }) {
    try {
      await locals.api.trpc.postal.returnToOffice.mutate({ consignmentId: params.id })
    } catch (thrown) {
      return fail(400, { typed: { outcome: undefined, note: '' }, errors: postErrors(thrown, locals.locale) })
    }
    redirect(303, pathIn(locals.locale, '/post'))
  },
}
