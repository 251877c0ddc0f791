import { orErrorPage } from '#lib/server/failures.ts'
import type { PageServerLoad } from './$types'

const deeds = ['filed', 'approve', 'reject', 'end', 'remove'] as const

export const load: PageServerLoad = async ({ locals: { api, staff }, url }) => {
  const done = url.searchParams.get('done')
  return {
    register: await orErrorPage(api.trpc.population.list.query({})),
    done: deeds.find((deed) => deed === done),
    registers: staff?.roles.includes('unit-admin') ?? false,
    reviews: staff?.roles.includes('auditor') ?? false,
  }
}
