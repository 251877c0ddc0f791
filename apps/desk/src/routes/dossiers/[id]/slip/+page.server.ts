import { toString } from 'qrcode'
import { orErrorPage } from '#lib/server/failures.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const slip = await orErrorPage(locals.api.trpc.dossier.receiptSlip.query({ dossierId: params.id }))
  return {
    dossierId: params.id,
    slip,
    qr: await toString(slip.lookupUrl, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }),
    accepted: url.searchParams.has('accepted'),
  }
}
