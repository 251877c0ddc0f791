import { orErrorPage } from '#lib/server/failures.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({
  catalogue: await orErrorPage(locals.api.trpc.catalogue.desk.query()),
})
