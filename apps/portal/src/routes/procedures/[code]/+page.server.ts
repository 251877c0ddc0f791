import { nationalAddress } from '#lib/national-portal.ts'
import { ask } from '#lib/server/failures.ts'

export async function load(event) {
  const { locals, params } = event
  const [procedure, changes] = await Promise.all([
    ask(event, locals.api.trpc.catalogue.get.query({ code: params.code })),
    ask(event, locals.api.trpc.catalogue.changes.query({ code: params.code })),
  ])
  return {
    procedure,
    since: changes.since,
    changed: changes.versions.length > 1,
    nationalAddress: nationalAddress(locals.tenant.filing, procedure.code),
  }
}
