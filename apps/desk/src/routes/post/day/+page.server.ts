import { orErrorPage } from '#lib/server/failures.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const asked = url.searchParams.get('day') ?? ''
  const given = /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : undefined
  const report = await orErrorPage(locals.api.trpc.postal.day.query(given ? { day: given } : {}))
  return { report }
}
