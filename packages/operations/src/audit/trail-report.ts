import {
  findSeal,
  listSeals,
  sizeOfTrail,
  verifyTrail,
  type AuditSeal,
  type BrokenTrail,
  type Database,
} from '@motcua/db'
import { createTenants } from '../tenants/tenant-cache.ts'

/** What recomputing a province's trail found. */
export interface TrailReport {
  readonly tenant: string
  readonly entries: number
  readonly seals: number
  /** To be written down where the database does not reach: no trail rewritten later still has it. */
  readonly lastSeal?: AuditSeal
  /** Empty when the trail holds. */
  readonly faults: readonly BrokenTrail[]
  readonly durationMs: number
}

/** Recomputes a province's trail; `kept` is a seal somebody wrote down, which must still be there. */
export async function getTrail(
  db: Database,
  tenant: string,
  kept?: { readonly no: number; readonly hash: string },
): Promise<TrailReport> {
  const began = performance.now()
  return db.read(tenant, async (tx) => {
    const faults = await verifyTrail(tx)
    const found = kept && (await findSeal(tx, kept.no))
    if (kept && !found) faults.push({ at: 'seal', no: kept.no, fault: 'missing' })
    else if (kept && found?.hash !== kept.hash) faults.push({ at: 'seal', no: kept.no, fault: 'altered' })
    const [lastSeal] = await listSeals(tx, 1)
    const size = await sizeOfTrail(tx)
    const durationMs = Math.round(performance.now() - began)
    return { tenant, ...size, ...(lastSeal && { lastSeal }), faults, durationMs }
  })
}

/** The same of every province, one after another. */
export async function listTrails(db: Database): Promise<TrailReport[]> {
  const reports: TrailReport[] = []
  for (const { id } of await createTenants(db).list()) reports.push(await getTrail(db, id))
  return reports
}
