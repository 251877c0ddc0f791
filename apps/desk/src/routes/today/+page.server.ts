import { orErrorPage } from '#lib/server/failures.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({
  today: await orErrorPage(locals.api.trpc.dossier.today.query()),
})
