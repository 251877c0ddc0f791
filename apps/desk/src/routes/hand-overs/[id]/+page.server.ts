import { fail, redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { text, ticked } from '#lib/server/form-data.ts'
import { postErrors } from '#lib/server/post.ts'
import { carries, worksAtDesk } from '#lib/works-at-desk.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  handover: await orErrorPage(locals.api.trpc.postal.handOver.query({ id: params.id })),
  isPost: carries(locals.staff!) && !worksAtDesk(locals.staff!),
  done: url.searchParams.has('done'),
})

const readTyped = (posted: FormData) => ({ missing: ticked(posted, 'missing'), note: text(posted, 'note') })

export const actions: Actions = {
  async check({ request }) {
    return { step: 'check', typed: readTyped(await request.formData()), errors: [] }
  },
  async edit({ request }) {
    return { step: 'edit', typed: readTyped(await request.formData()), errors: [] }
  },
  async sign({ locals, params, request }) {
    const typed = readTyped(await request.formData())
    const { missing, note } = typed
    try {
      await locals.api.trpc.postal.signHandOver.mutate({
        handoverId: params.id,
        missing,
        ...(note && { note }),
      })
    } catch (thrown) {
      const errors = postErrors(thrown, locals.locale, { 'reason-missing': '#note' })
      return fail(400, { step: 'edit', typed, errors })
    }
    redirect(303, `${pathIn(locals.locale, `/hand-overs/${params.id}`)}?done`)
  },
}
