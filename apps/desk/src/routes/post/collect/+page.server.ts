import { orErrorPage } from '#lib/server/failures.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const q = url.searchParams.get('q')?.trim() ?? ''
  const found = await orErrorPage(locals.api.trpc.catalogue.search.query({ ...(q && { q }) }))
  return { q, lines: found.lines }
}
