import type { TenantName } from '../views.ts'
import type { Tenants } from './tenant-cache.ts'

/** Every province served here by name, for the staff's desk to choose from. Needs no province, no permission. */
export async function listTenants(tenants: Tenants): Promise<TenantName[]> {
  const all = await tenants.list()
  return all.map(({ id, manifest }) => ({ id, name: manifest.name, hosts: [...manifest.hosts] }))
}
