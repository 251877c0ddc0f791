import { sealTrail, type Database } from '@motcua/db'
import type { Tenant } from '../tenants/tenant.ts'

/** How long what was added to a trail may stand unsealed: its end could be cut off unseen until then. */
const sealEveryMs = 30_000

/** Seals the trails of all provinces when the last time is half a minute ago; `ticks` counts milliseconds. */
export function trailSealer(
  office: { readonly db: Database; readonly tenants: { list(): Promise<readonly Tenant[]> } },
  ticks: () => number,
): () => Promise<void> {
  let sealedAt = -Infinity
  return async () => {
    if (ticks() - sealedAt < sealEveryMs) return
    sealedAt = ticks()
    const failures: unknown[] = []
    for (const { id } of await office.tenants.list()) {
      // One province's trouble does not keep the others from being sealed.
      await office.db.transact(id, sealTrail).catch((error: unknown) => failures.push(error))
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} trails were not sealed`)
  }
}
