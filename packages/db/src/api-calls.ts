import type { CivilDate, Instant } from '@motcua/calendar'
import { sql } from 'kysely'
import { query, type Tx } from './database.ts'

/** One access to the interface, answered or refused. */
export interface ApiCall {
  readonly at: Instant
  /** Absent where nobody's key was presented. */
  readonly keyId?: string
  readonly secretId?: string
  readonly method: string
  /** Without its query. */
  readonly path: string
  readonly status: number
  /** `answered`, or why it was refused. */
  readonly outcome: string
  readonly address: string
  readonly durationMs: number
  readonly requestId: string
}

/** What happened with a key in one hour. */
export interface HourOfUse {
  readonly hour: Instant
  readonly calls: number
  /** Refused before anything was read: over the limit, out of scope … */
  readonly refused: number
  /** Asked for what is not there. */
  readonly missed: number
}

/** Something abnormal in the use of a key. */
export interface ApiAlert {
  readonly id: string
  readonly keyId?: string
  readonly kind: string
  readonly raisedAt: Instant
  readonly detail: Readonly<Record<string, unknown>>
}

/** Writes an access down. */
export async function logCall(tx: Tx, call: ApiCall): Promise<void> {
  await query(tx)
    .insertInto('api_call')
    .values({
      tenant: tx.tenant,
      at: call.at,
      key_id: call.keyId ?? null,
      secret_id: call.secretId ?? null,
      method: call.method.slice(0, 10),
      path: call.path.slice(0, 300),
      status: call.status,
      outcome: call.outcome,
      address: call.address,
      duration_ms: call.durationMs,
      request_id: call.requestId,
    })
    .execute()
}

/** Accesses with a key, the latest first; those before `before` in the log, where it is named. */
export async function listCalls(
  tx: Tx,
  keyId: string,
  { limit = 100, before }: { limit?: number; before?: string } = {},
): Promise<(ApiCall & { readonly id: string })[]> {
  let calls = query(tx)
    .selectFrom('api_call')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .where('key_id', '=', keyId)
  if (before !== undefined) calls = calls.where('id', '<', before)
  const rows = await calls.orderBy('id', 'desc').limit(limit).execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    keyId,
    ...(row.secret_id !== null && { secretId: row.secret_id }),
    method: row.method,
    path: row.path,
    status: row.status,
    outcome: row.outcome,
    address: row.address,
    durationMs: row.duration_ms,
    requestId: row.request_id,
  }))
}

/** Counts an access in its hour. @returns that hour so far */
export async function countCall(
  tx: Tx,
  keyId: string,
  { hour, refused, missed }: { hour: Instant; refused: boolean; missed: boolean },
): Promise<HourOfUse> {
  const { rows } = await sql<{ calls: number; refused: number; missed: number }>`
    insert into api_usage as u (tenant, key_id, hour, calls, refused, missed)
    values (${tx.tenant}, ${keyId}::uuid, ${hour}::timestamptz, 1, ${Number(refused)}, ${Number(missed)})
    on conflict (tenant, key_id, hour) do update set calls = u.calls + 1,
      refused = u.refused + excluded.refused, missed = u.missed + excluded.missed
    returning u.calls, u.refused, u.missed`.execute(query(tx))
  return { hour, ...rows[0]! }
}

/** The hours a key was used in since a moment, the earliest first. */
export async function usageSince(tx: Tx, keyId: string, since: Instant): Promise<HourOfUse[]> {
  return query(tx)
    .selectFrom('api_usage')
    .select(['hour', 'calls', 'refused', 'missed'])
    .where('tenant', '=', tx.tenant)
    .where('key_id', '=', keyId)
    .where('hour', '>=', since)
    .orderBy('hour')
    .execute()
}

/** Notes from where a key is used. @returns how many addresses there are now, where this one is new */
export async function noteAddress(
  tx: Tx,
  keyId: string,
  { address, at }: { address: string; at: Instant },
): Promise<number | undefined> {
  const { numInsertedOrUpdatedRows: added } = await query(tx)
    .insertInto('api_address')
    .values({ tenant: tx.tenant, key_id: keyId, address, first_at: at })
    .onConflict((c) => c.columns(['tenant', 'key_id', 'address']).doNothing())
    .executeTakeFirstOrThrow()
  if (added !== 1n) return undefined
  const { n } = await query(tx)
    .selectFrom('api_address')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('tenant', '=', tx.tenant)
    .where('key_id', '=', keyId)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Raises what looks abnormal: once a day, key and kind. @returns whether it is the first that day */
export async function raiseApiAlert(
  tx: Tx,
  alert: Omit<ApiAlert, 'id'> & { readonly day: CivilDate },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await query(tx)
    .insertInto('api_alert')
    .values({
      tenant: tx.tenant,
      key_id: alert.keyId ?? null,
      kind: alert.kind,
      day: alert.day,
      raised_at: alert.raisedAt,
      detail: alert.detail,
      closed_at: null,
      closed_by: null,
    })
    .onConflict((c) => c.columns(['tenant', 'key_id', 'kind', 'day']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** What is open, the latest first; of one key where it is named. */
export async function listApiAlerts(tx: Tx, keyId?: string): Promise<ApiAlert[]> {
  let alerts = query(tx)
    .selectFrom('api_alert')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .where('closed_at', 'is', null)
  if (keyId !== undefined) alerts = alerts.where('key_id', '=', keyId)
  const rows = await alerts.orderBy('raised_at', 'desc').orderBy('id').limit(200).execute()
  return rows.map((row) => ({
    id: row.id,
    ...(row.key_id !== null && { keyId: row.key_id }),
    kind: row.kind,
    raisedAt: row.raised_at,
    detail: row.detail,
  }))
}

/** Marks an alert as seen to. @returns whether it was open */
export async function closeApiAlert(
  tx: Tx,
  id: string,
  { at, by }: { at: Instant; by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await query(tx)
    .updateTable('api_alert')
    .set({ closed_at: at, closed_by: by })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
