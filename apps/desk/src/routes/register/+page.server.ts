import { joinDate } from '@motcua/ui/date-parts'
import { failureOf } from '#lib/server/failures.ts'
import { error } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const from = dateIn(url, 'from')
  const to = dateIn(url, 'to')
  try {
    const slip = await locals.api.trpc.slips.register.query({ ...(from && { from }), ...(to && { to }) })
    const [first = '', last = first] = slip.reference.split('_')
    return { slip, from: first, to: last, isBadPeriod: false }
  } catch (thrown) {
    const failure = failureOf(thrown)
    if (failure.kind !== 'invalid') error(failure.kind === 'forbidden' ? 403 : 404, failure.kind)
    return { slip: undefined, from, to, isBadPeriod: true }
  }
}

function dateIn({ searchParams }: URL, name: string): string {
  const part = (which: string): string => searchParams.get(`${name}-${which}`) ?? ''
  return joinDate({ day: part('day'), month: part('month'), year: part('year') })
}
