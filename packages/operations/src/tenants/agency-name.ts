import type { Tenant } from './tenant.ts'

/** What a body of the province is called; its id where it is no longer listed. */
export function agencyName({ agencies }: Pick<Tenant, 'agencies'>, agencyId: string): string {
  return agencies.get(agencyId)?.name ?? agencyId
}
