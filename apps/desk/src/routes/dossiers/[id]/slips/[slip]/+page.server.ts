import { toString } from 'qrcode'
import { orErrorPage } from '#lib/server/failures.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { id, slip: ref } = params
  const slip = await orErrorPage(locals.api.trpc.slips.get.query({ dossierId: id, slip: ref }))
  const address = slip.lookup?.url
  return {
    dossierId: id,
    ref,
    slip,
    qr: address && (await toString(address, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })),
    accepted: url.searchParams.has('accepted'),
  }
}
