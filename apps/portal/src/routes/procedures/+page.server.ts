import { serviceLevels } from '@motcua/domain'
import { ask } from '#lib/server/failures.ts'

export async function load(event) {
  const { url, locals } = event
  const asked = (name: string) => url.searchParams.get(name)?.trim() ?? ''
  const level = serviceLevels.find((known) => known === asked('level'))
  const filters = {
    q: asked('q').slice(0, 200),
    field: asked('field'),
    agencyId: asked('agency'),
    level: level ?? '',
  }
  const [{ lines, fields }, agencies] = await Promise.all([
    ask(
      event,
      locals.api.trpc.catalogue.search.query({
        q: filters.q || undefined,
        field: filters.field || undefined,
        agencyId: filters.agencyId || undefined,
        level,
      }),
    ),
    ask(event, locals.api.trpc.catalogue.agencies.query()),
  ])
  return {
    filters,
    lines,
    fields,
    levels: serviceLevels,
    agencies: agencies.map(({ id, name }) => ({ id, name })),
  }
}
