import { orErrorPage } from '#lib/server/failures.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({
  workflows: await orErrorPage(locals.api.trpc.processing.workflows.query()),
})
