import { orErrorPage } from '#lib/server/failures.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({
  view: await orErrorPage(locals.api.trpc.backups.see.query({})),
})
