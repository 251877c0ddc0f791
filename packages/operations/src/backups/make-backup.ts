import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Instant } from '@motcua/calendar'
import {
  latestBackup,
  listBackups,
  noteBackup,
  noteBackupRemoved,
  type BackupReason,
  type Database,
  type DoneBackup,
} from '@motcua/db'
import type { Actor } from '@motcua/domain'
import { audit } from '../audit/audit.ts'
import { messageOf } from '../errands/take-errands.ts'
import { verifyArchive } from '../leaving/verify-archive.ts'
import { writeArchive, type ArchiveOrder } from '../leaving/write-archive.ts'
import { spare } from './spare-backups.ts'

/** Where backups are kept: a folder, which the operator copies elsewhere or mounts from elsewhere. */
export interface BackupPlace {
  readonly db: Database
  /** Each province has a folder of its own in it. */
  readonly folder: string
}

export interface BackupOrder extends Pick<ArchiveOrder, 'tenant' | 'reason' | 'now' | 'beside'> {
  /** Who asked for it, as it is noted. */
  readonly by: string
  readonly actor: Actor
}

/** Where the file of a backup is. */
export const backupFile = (
  { folder }: BackupPlace,
  tenant: string,
  { file }: Pick<DoneBackup, 'file'>,
): string => path.join(folder, tenant, file)

/**
 * Writes a backup, reads it once from beginning to end to see that it is whole, and notes it. One that fails is noted
 * as well, and leaves no file. Backups that are spared no longer are removed.
 */
export async function makeBackup(place: BackupPlace, order: BackupOrder): Promise<DoneBackup> {
  const { tenant, reason, now, by, actor } = order
  const began = performance.now()
  const id = randomUUID()
  const file = nameOf(tenant, reason, now, id)
  const common = { id, reason, beganAt: now, by }
  const tookMs = (): number => Math.round(performance.now() - began)
  try {
    await mkdir(path.join(place.folder, tenant), { recursive: true, mode: 0o700 })
    const whole = backupFile(place, tenant, { file })
    const { bytes, sha256, manifest } = await writeArchive(place.db, { ...order, file: whole })
    const { faults } = await verifyArchive(whole)
    if (faults.length > 0) {
      await rm(whole)
      throw new Error(`the backup is not whole: ${faults[0]!.path} is ${faults[0]!.fault}`)
    }
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    const done = { ...common, tookMs: tookMs(), outcome: 'done', file, bytes, rows, sha256 } as const
    await place.db.transact(tenant, async (tx) => {
      await noteBackup(tx, done)
      const deed = reason === 'hand-over' ? 'tenant:export' : 'backup:make'
      await audit({ tx, actor, now }, { deed, thing: 'backup', thingId: id, detail: { reason, sha256 } })
    })
    await removeOld(place, tenant, now)
    return done
  } catch (error) {
    const failed = { ...common, tookMs: tookMs(), outcome: 'failed', error: messageOf(error) } as const
    await place.db.transact(tenant, (tx) => noteBackup(tx, failed))
    throw error
  }
}

function nameOf(tenant: string, reason: BackupReason, now: Instant, id: string): string {
  const moment = now.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
  return `${tenant}-${moment}-${reason}-${id.slice(0, 8)}.zip`
}

async function removeOld(place: BackupPlace, tenant: string, now: Instant): Promise<void> {
  const backups = await place.db.read(tenant, (tx) => listBackups(tx, { limit: 1000 }))
  const kept = backups.filter((one): one is DoneBackup => one.outcome === 'done' && !one.removedAt)
  const spared = spare(kept, now)
  await remove(
    place,
    tenant,
    kept.filter(({ id }) => !spared.has(id)),
    now,
  )
}

async function remove(
  place: BackupPlace,
  tenant: string,
  backups: readonly DoneBackup[],
  now: Instant,
): Promise<void> {
  for (const one of backups) {
    await rm(backupFile(place, tenant, one), { force: true })
    await place.db.transact(tenant, (tx) => noteBackupRemoved(tx, one.id, now))
  }
}

/**
 * Removes the backups of a province that was purged: nothing of it is kept but what was made to hand it over, until whoever
 * received that has it safe. @returns how many were removed
 */
export async function removeBackups(place: BackupPlace, tenant: string, now: Instant): Promise<number> {
  const backups = await place.db.read(tenant, (tx) => listBackups(tx, { limit: 1000 }))
  const kept = backups.filter(
    (one): one is DoneBackup => one.outcome === 'done' && !one.removedAt && one.reason !== 'hand-over',
  )
  await remove(place, tenant, kept, now)
  return kept.length
}

/** The latest backup that is kept, or the one whose id begins so. */
export async function findBackup(db: Database, tenant: string, id?: string): Promise<DoneBackup | undefined> {
  return db.read(tenant, async (tx) => {
    if (id === undefined) return latestBackup(tx)
    const backups = await listBackups(tx, { limit: 1000 })
    return backups.find((one): one is DoneBackup => one.outcome === 'done' && one.id.startsWith(id))
  })
}
