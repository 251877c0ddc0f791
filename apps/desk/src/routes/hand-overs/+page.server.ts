import { orErrorPage } from '#lib/server/failures.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({
  rows: await orErrorPage(locals.api.trpc.postal.handOversAtDesk.query()),
})
