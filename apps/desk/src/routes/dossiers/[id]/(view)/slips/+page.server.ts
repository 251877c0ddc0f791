import { orErrorPage } from '#lib/server/failures.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  slips: await orErrorPage(locals.api.trpc.slips.list.query({ dossierId: params.id })),
})
