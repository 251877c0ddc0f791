import type { Tenant } from './tenant.ts'

/** The provinces served by this process, each at its current edition. */
export interface Tenants {
  /** The tenant with this id, or undefined. */
  find(id: string): Promise<Tenant | undefined>
  /** The tenant whose portal has this host name, or undefined. */
  findByHost(host: string): Promise<Tenant | undefined>
  list(): Promise<readonly Tenant[]>
}
