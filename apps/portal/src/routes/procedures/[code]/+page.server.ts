import { nationalAddress } from '#lib/national-portal.ts'
import { ask } from '#lib/server/failures.ts'

export async function load(event) {
  const { locals, params } = event
  const procedure = await ask(event, locals.api.trpc.catalogue.get.query({ code: params.code }))
  return { procedure, nationalAddress: nationalAddress(locals.tenant.filing, procedure.code) }
}
