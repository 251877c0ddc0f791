import type { Instant } from '@motcua/calendar'
import { firstEditionAt, latestBackup, listDrills, type Database } from '@motcua/db'
import { messageOf } from '../errands/take-errands.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { backupHealth, backupTerms, type BackupHealth } from './backup-terms.ts'
import { drillIsDue } from './drill.ts'
import { makeBackup, type BackupPlace } from './make-backup.ts'

export interface BackupOffice extends BackupPlace {
  readonly tenants: { list(): Promise<readonly Tenant[]> }
  readonly now: () => Instant
  readonly log: (line: BackupLine) => void
}

/** One line per backup. It holds no personal data. */
export interface BackupLine {
  readonly tenant: string
  readonly backup: 'done' | 'failed'
  readonly durationMs?: number
  readonly bytes?: number
  readonly error?: string
}

/** How long a backup that failed is left alone, in seconds: a full disk does not become empty by trying. */
const restSeconds = 900

/**
 * Makes the backups that are due by each province's own schedule, one after the other.
 * @param failed when each province's last try failed, in seconds of `ticks`; kept between the rounds of one process
 * @returns how many were made.
 */
export async function keepBackups(
  office: BackupOffice,
  failed: Map<string, number>,
  ticks: () => number,
): Promise<number> {
  let made = 0
  for (const tenant of await office.tenants.list()) {
    if (ticks() - (failed.get(tenant.id) ?? -Infinity) < restSeconds) continue
    const now = office.now()
    const { dueAt } = await healthOf(office.db, tenant, now)
    if (now < dueAt) continue
    try {
      const order = { tenant: tenant.id, reason: 'scheduled', now, by: 'system', actor } as const
      const { tookMs, bytes } = await makeBackup(office, order)
      office.log({ tenant: tenant.id, backup: 'done', durationMs: tookMs, bytes })
      failed.delete(tenant.id)
      made++
    } catch (error) {
      failed.set(tenant.id, ticks())
      office.log({ tenant: tenant.id, backup: 'failed', error: messageOf(error) })
    }
  }
  return made
}

/** The system as it acts by time. */
const actor = { kind: 'system', name: 'backups' } as const

/** How the latest backup of a province stands against what its law and its own schedule say. */
export async function healthOf(db: Database, tenant: Tenant, now: Instant): Promise<BackupHealth> {
  const { latest, since } = await db.read(tenant.id, async (tx) => ({
    latest: await latestBackup(tx),
    since: await firstEditionAt(tx),
  }))
  return backupHealth(backupTerms(tenant, now), { latestAt: latest?.beganAt, since: since ?? now, now })
}

/** How a province is kept safe, as those who run the installation see it in a list. */
export interface BackupStanding {
  readonly tenant: string
  readonly health: BackupHealth
  readonly latestDrill?: { readonly at: Instant; readonly passed: boolean }
  /** Another drill is wanted. */
  readonly drillIsDue: boolean
}

export async function backupStanding(db: Database, tenant: Tenant, now: Instant): Promise<BackupStanding> {
  const health = await healthOf(db, tenant, now)
  const [drill] = await db.read(tenant.id, (tx) => listDrills(tx, { limit: 1 }))
  return {
    tenant: tenant.id,
    health,
    ...(drill && { latestDrill: { at: drill.beganAt, passed: drill.passed } }),
    drillIsDue: drillIsDue(drill?.beganAt, now),
  }
}
