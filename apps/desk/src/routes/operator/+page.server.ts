import { orErrorPage } from '#lib/server/failures.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({
  provinces: await orErrorPage(locals.api.trpc.house.provinces.query()),
})
