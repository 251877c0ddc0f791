import { redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { text } from '#lib/server/form-data.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => ({
  alerts: await orErrorPage(locals.api.trpc.errands.alerts.query()),
  settled: url.searchParams.has('settled'),
})

export const actions: Actions = {
  async settle({ request, locals }) {
    const id = text(await request.formData(), 'id')
    await orErrorPage(locals.api.trpc.errands.settleAlert.mutate({ id }))
    redirect(303, pathIn(locals.locale, '/alerts?settled=1'))
  },
}
