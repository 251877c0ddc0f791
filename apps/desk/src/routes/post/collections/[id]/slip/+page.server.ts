import { orErrorPage } from '#lib/server/failures.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  collection: await orErrorPage(locals.api.trpc.postal.collection.query({ id: params.id })),
})
