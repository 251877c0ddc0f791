import { error } from '@sveltejs/kit'
import { ask } from '#lib/server/failures.ts'
import { readPlace } from '#lib/server/apology-place.ts'

export async function load(event) {
  const { url, locals } = event
  const agencyId = url.searchParams.get('agency')?.trim() ?? ''
  const after = readPlace(url.searchParams.get('after'))
  if (after === null) error(404, 'not found')
  const [list, agencies] = await Promise.all([
    ask(
      event,
      locals.api.trpc.lateness.list.query({
        ...(agencyId && { agencyId: agencyId.slice(0, 60) }),
        ...(after && { after }),
      }),
    ),
    ask(event, locals.api.trpc.catalogue.agencies.query()),
  ])
  return {
    list,
    agencyId,
    isFirst: after === undefined,
    agencies: agencies.map(({ id, name }) => ({ id, name })),
  }
}
