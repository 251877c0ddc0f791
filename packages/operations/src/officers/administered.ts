import { isAllowed, type Actor } from '@motcua/domain'
import { staffOf } from '../dossier/reach.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** Bodies whose people somebody administers: all for the province's centre, otherwise the own one and those below it. */
export function administeredBy(tenant: Tenant, actor: Actor): string[] {
  if (isAllowed(actor, 'grant:approve')) return [...tenant.agencies.keys()]
  return withBelow(tenant, staffOf(actor).agencyId)
}

function withBelow(tenant: Tenant, agencyId: string): string[] {
  const children = [...tenant.agencies.values()].filter(({ parentId }) => parentId === agencyId)
  return [agencyId, ...children.flatMap(({ id }) => withBelow(tenant, id))]
}
