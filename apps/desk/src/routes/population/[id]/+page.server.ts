import { getRegistration } from '#lib/server/population.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  registration: await getRegistration(locals, params.id),
})
