import type { Agency, TenantManifest } from '@motcua/domain'

/** One applied edition of a province, compiled and ready to answer. It never changes; a newer edition is another one. */
export interface Tenant {
  readonly id: string
  readonly edition: number
  readonly manifest: TenantManifest
  readonly agencies: ReadonlyMap<string, Agency>
}
