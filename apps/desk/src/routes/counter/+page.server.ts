import { orErrorPage } from '#lib/server/failures.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const q = url.searchParams.get('q')?.trim() ?? ''
  const field = url.searchParams.get('field') ?? ''
  const agencyId = locals.staff?.agency.id
  const found = await orErrorPage(
    locals.api.trpc.catalogue.search.query({ agencyId, ...(q && { q }), ...(field && { field }) }),
  )
  return { q, field, ...found }
}
