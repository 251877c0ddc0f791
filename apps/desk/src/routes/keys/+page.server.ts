import { orErrorPage } from '#lib/server/failures.ts'
import { text } from '#lib/server/form-data.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({
  view: await orErrorPage(locals.api.trpc.keys.list.query()),
})

export const actions = {
  async settle({ request, locals }) {
    const alertId = text(await request.formData(), 'alertId')
    await orErrorPage(locals.api.trpc.keys.settleAlert.mutate({ alertId }))
  },
} satisfies Actions
