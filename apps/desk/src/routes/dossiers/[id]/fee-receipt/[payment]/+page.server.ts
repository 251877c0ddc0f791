import { orErrorPage } from '#lib/server/failures.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  receipt: await orErrorPage(
    locals.api.trpc.fees.receipt.query({ dossierId: params.id, paymentId: params.payment }),
  ),
  dossierId: params.id,
})
