import { orErrorPage } from '#lib/server/failures.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const q = url.searchParams.get('q')?.trim().slice(0, 100) ?? ''
  return { q, found: q.length < 2 ? null : await orErrorPage(locals.api.trpc.dossier.search.query({ q })) }
}
