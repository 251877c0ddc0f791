import type { Instant } from '@motcua/calendar'
import { NotFound, type Bilingual, type TenantStanding } from '@motcua/domain'
import { call, query, type Database, type Tx } from './database.ts'

/** How a tenant stands: what of it may change without a new edition. */
export interface TenantState {
  /** Number of the edition in force; missing where none was applied yet. */
  readonly edition?: number
  readonly standing: TenantStanding
  readonly since?: Instant
  /** Said on the portal while it is closed. */
  readonly note?: Bilingual
  /** Before this moment nothing is purged. */
  readonly purgeAfter?: Instant
  /** The province it is the trial of. */
  readonly twinOf?: string
  /** How far the clock of a trial stands ahead of the world's, behind where negative. */
  readonly clockAheadSeconds: number
}

interface Row {
  readonly edition: number | null
  readonly standing: TenantStanding
  readonly standing_since: Instant | null
  readonly standing_note: Bilingual | null
  readonly purge_after: Instant | null
  readonly twin_of: string | null
  readonly clock_ahead_seconds: number
}

/** How a tenant stands now, without its door; undefined where there is none. Cheap to ask before using a cached one. */
export async function findTenantState(db: Database, tenant: string): Promise<TenantState | undefined> {
  const [row] = await call<Row>(
    db,
    `select edition, standing, standing_since, standing_note, purge_after, twin_of, clock_ahead_seconds
     from tenant where id = $1`,
    [tenant],
  )
  return row && toState(row)
}

/** The same behind the tenant's door, locked until the transaction ends. @throws NotFound */
export async function getTenantStateForUpdate(tx: Tx): Promise<TenantState> {
  const row = await query(tx)
    .selectFrom('tenant')
    .selectAll()
    .where('id', '=', tx.tenant)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound('tenant')
  return toState(row)
}

/** The tenant stands so from now on. */
export async function setStanding(
  tx: Tx,
  {
    standing,
    at,
    note,
    purgeAfter,
  }: {
    standing: TenantStanding
    at: Instant
    note?: Bilingual | undefined
    purgeAfter?: Instant | undefined
  },
): Promise<void> {
  await query(tx)
    .updateTable('tenant')
    .set({
      standing,
      standing_since: at,
      standing_note: note ?? null,
      purge_after: purgeAfter ?? null,
    })
    .where('id', '=', tx.tenant)
    .execute()
}

/** Marks a tenant as the trial of a province, once and for all. */
export async function markTwin(tx: Tx, of: string): Promise<void> {
  await query(tx).updateTable('tenant').set({ twin_of: of }).where('id', '=', tx.tenant).execute()
}

/** Moves the clock of a trial. */
export async function moveClock(tx: Tx, aheadSeconds: number): Promise<void> {
  await query(tx)
    .updateTable('tenant')
    .set({ clock_ahead_seconds: aheadSeconds })
    .where('id', '=', tx.tenant)
    .where('twin_of', 'is not', null)
    .execute()
}

function toState(row: Row): TenantState {
  return {
    ...(row.edition !== null && { edition: row.edition }),
    standing: row.standing,
    ...(row.standing_since !== null && { since: row.standing_since }),
    ...(row.standing_note !== null && { note: row.standing_note }),
    ...(row.purge_after !== null && { purgeAfter: row.purge_after }),
    ...(row.twin_of !== null && { twinOf: row.twin_of }),
    clockAheadSeconds: row.clock_ahead_seconds,
  }
}
