import { toString } from 'qrcode'
import { chosen, mostAtOnce } from '#lib/server/bulk.ts'
import { failureOf } from '#lib/server/failures.ts'
import type { PageServerLoad } from './$types'

/** The receipt slips of the ticked dossiers; one that is not accepted has none. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { ids, tooMany } = chosen(url.searchParams)
  const found = []
  let without = 0
  for (const dossierId of ids) {
    try {
      const slip = await locals.api.trpc.slips.get.query({ dossierId, slip: 'receipt' })
      const address = slip.lookup?.url
      const qr = address && (await toString(address, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }))
      found.push({ dossierId, slip, qr })
    } catch (thrown) {
      failureOf(thrown)
      without++
    }
  }
  return { slips: found, without, tooMany: tooMany ? mostAtOnce : 0 }
}
