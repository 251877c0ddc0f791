import type { Instant } from '@motcua/calendar'
import type { StaffRole } from '@motcua/domain'
import { query, type Tx } from './database.ts'

/** Why a backup was made: by the schedule, because somebody asked, before a restore, or to hand the province over. */
export type BackupReason = 'scheduled' | 'asked' | 'before-restore' | 'hand-over'

/** A backup that was made, or tried to be made, in this installation. */
export type BackupNote = {
  readonly id: string
  readonly reason: BackupReason
  readonly beganAt: Instant
  readonly tookMs: number
  /** Who asked for it. */
  readonly by: string
} & (
  | {
      readonly outcome: 'done'
      /** Name of the file in the province's folder of backups. */
      readonly file: string
      readonly bytes: number
      readonly rows: number
      readonly sha256: string
      /** When its file was removed to make room. */
      readonly removedAt?: Instant
    }
  | { readonly outcome: 'failed'; readonly error: string }
)

export type DoneBackup = Extract<BackupNote, { outcome: 'done' }>

/** A backup that was tried by restoring it into an empty database. */
export interface DrillNote {
  readonly id: string
  readonly backupId?: string
  readonly beganAt: Instant
  readonly tookMs: number
  readonly passed: boolean
  readonly report: object
  readonly by: string
}

export async function noteBackup(tx: Tx, note: BackupNote): Promise<void> {
  const done = note.outcome === 'done' ? note : undefined
  await query(tx)
    .insertInto('backup')
    .values({
      tenant: tx.tenant,
      id: note.id,
      reason: note.reason,
      began_at: note.beganAt,
      took_ms: note.tookMs,
      outcome: note.outcome,
      file: done?.file ?? null,
      bytes: done ? String(done.bytes) : null,
      rows: done ? String(done.rows) : null,
      sha256: done?.sha256 ?? null,
      error: note.outcome === 'failed' ? note.error : null,
      by: note.by,
    })
    .execute()
}

/** Backups of the tenant, the latest first. */
export async function listBackups(tx: Tx, { limit = 100 } = {}): Promise<BackupNote[]> {
  const rows = await ofTenant(tx).limit(limit).execute()
  return rows.map(toNote)
}

/** The latest backup that succeeded and whose file is still kept. */
export async function latestBackup(tx: Tx): Promise<DoneBackup | undefined> {
  const row = await ofTenant(tx)
    .where('outcome', '=', 'done')
    .where('removed_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row && (toNote(row) as DoneBackup)
}

const ofTenant = (tx: Tx) =>
  query(tx)
    .selectFrom('backup')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .orderBy('began_at', 'desc')
    .orderBy('id')

function toNote(
  row: Awaited<ReturnType<ReturnType<typeof ofTenant>['executeTakeFirstOrThrow']>>,
): BackupNote {
  const common = { id: row.id, reason: row.reason, beganAt: row.began_at, tookMs: row.took_ms, by: row.by }
  if (row.outcome === 'failed') return { ...common, outcome: 'failed', error: row.error ?? '' }
  return {
    ...common,
    outcome: 'done',
    file: row.file!,
    bytes: Number(row.bytes),
    rows: Number(row.rows),
    sha256: row.sha256!,
    ...(row.removed_at !== null && { removedAt: row.removed_at }),
  }
}

/** The file of a backup was removed to make room; what it was stays noted. */
export async function noteBackupRemoved(tx: Tx, id: string, at: Instant): Promise<void> {
  await query(tx)
    .updateTable('backup')
    .set({ removed_at: at })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .execute()
}

export async function noteDrill(tx: Tx, drill: DrillNote): Promise<void> {
  await query(tx)
    .insertInto('restore_drill')
    .values({
      tenant: tx.tenant,
      id: drill.id,
      backup_id: drill.backupId ?? null,
      began_at: drill.beganAt,
      took_ms: drill.tookMs,
      passed: drill.passed,
      report: drill.report,
      by: drill.by,
    })
    .execute()
}

/** Drills of the tenant's backups, the latest first. */
export async function listDrills(tx: Tx, { limit = 20 } = {}): Promise<DrillNote[]> {
  const rows = await query(tx)
    .selectFrom('restore_drill')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .orderBy('began_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    ...(row.backup_id !== null && { backupId: row.backup_id }),
    beganAt: row.began_at,
    tookMs: row.took_ms,
    passed: row.passed,
    report: row.report,
    by: row.by,
  }))
}

/** When the tenant's first edition was applied: from then on there is something to lose. */
export async function firstEditionAt(tx: Tx): Promise<Instant | undefined> {
  const row = await query(tx)
    .selectFrom('tenant_edition')
    .select('applied_at')
    .where('tenant', '=', tx.tenant)
    .orderBy('no')
    .limit(1)
    .executeTakeFirst()
  return row?.applied_at
}

/** Whoever holds a role at the office, with the address letters reach them at; those without one are left out. */
export async function listReachable(
  tx: Tx,
  role: StaffRole,
): Promise<{ readonly id: string; readonly fullName: string; readonly email: string }[]> {
  const rows = await query(tx)
    .selectFrom('account')
    .select(['id', 'full_name', 'email', 'roles'])
    .where('tenant', '=', tx.tenant)
    .where('kind', '=', 'staff')
    .where('email', 'is not', null)
    .execute()
  return rows
    .filter(({ roles }) => roles.includes(role))
    .map(({ id, full_name: fullName, email }) => ({ id, fullName, email: email! }))
}

/** Codes of dossiers, spread over all of them as their ids are. */
export async function sampleCodes(tx: Tx, limit: number): Promise<string[]> {
  const rows = await query(tx)
    .selectFrom('dossier')
    .select('code')
    .where('tenant', '=', tx.tenant)
    .where('code', 'is not', null)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ code }) => code!)
}
