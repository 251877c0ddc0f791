import { orErrorPage } from '#lib/server/failures.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const q = url.searchParams.get('q')?.trim() ?? ''
  const field = url.searchParams.get('field') ?? ''
  // Where the law asks after no boundaries, every section takes in every procedure (TQ25-22).
  const staff = locals.staff!
  const agencyId = staff.tenant.boundaryFree ? undefined : staff.agency.id
  const found = await orErrorPage(
    locals.api.trpc.catalogue.search.query({
      ...(agencyId && { agencyId }),
      ...(q && { q }),
      ...(field && { field }),
    }),
  )
  return { q, field, passedOn: url.searchParams.get('passed-on')?.slice(0, 40) ?? '', ...found }
}
