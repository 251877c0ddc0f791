import type { Instant } from '@motcua/calendar'
import { call, query, type Database, type Tx } from './database.ts'

/** Something left to do after an event: references only, the rest is read behind the tenant's door. */
export interface Errand {
  readonly tenant: string
  readonly id: string
  readonly dossierId: string
  /** The event it follows from. */
  readonly eventVersion: number
  /** Type of that event, or the name of what was left for later. */
  readonly kind: string
  /** How often it was taken, this time included. */
  readonly attempts: number
}

/** An errand as it is left: after which event, and for when. */
type LeftErrand = Pick<Errand, 'dossierId' | 'eventVersion' | 'kind'> & { readonly dueAt: Instant }

/** Leaves an errand to be done at a later moment, after the event that is its reason; once per event and kind. */
export async function putErrand(tx: Tx, errand: LeftErrand): Promise<void> {
  await leave(tx, errand)
    .onConflict((c) => c.columns(['tenant', 'dossier_id', 'event_version', 'kind']).doNothing())
    .execute()
}

/** Leaves an errand that has to be done at this moment even if it was done before: the earlier one comes due again. */
export async function putErrandAgain(tx: Tx, errand: LeftErrand): Promise<void> {
  const again = { done_at: null, due_at: errand.dueAt, attempts: 0 }
  await leave(tx, errand)
    .onConflict((c) => c.columns(['tenant', 'dossier_id', 'event_version', 'kind']).doUpdateSet(again))
    .execute()
}

function leave(tx: Tx, { dossierId, eventVersion, kind, dueAt }: LeftErrand) {
  return query(tx).insertInto('outbox').values({
    tenant: tx.tenant,
    dossier_id: dossierId,
    event_version: eventVersion,
    kind,
    due_at: dueAt,
    last_error: null,
    done_at: null,
  })
}

/**
 * Takes errands that are due, of any tenant, for `leaseSeconds`: an errand that is neither done nor failed by then
 * comes due again. Two workers never hold the same one. `db` is connected with the worker role.
 */
export async function takeDue(
  db: Database,
  { limit, now, leaseSeconds = 120 }: { limit: number; now: Instant; leaseSeconds?: number },
): Promise<Errand[]> {
  const rows = await call<{
    tenant: string
    id: string
    dossier_id: string
    event_version: number
    kind: string
    attempts: number
  }>(
    db,
    `update outbox o set due_at = $1::timestamptz + make_interval(secs => $2), attempts = o.attempts + 1
     from (select tenant, id from outbox where done_at is null and due_at <= $1 order by due_at limit $3
       for update skip locked) due
     where o.tenant = due.tenant and o.id = due.id
     returning o.tenant, o.id, o.dossier_id, o.event_version, o.kind, o.attempts`,
    [now, leaseSeconds, limit],
  )
  return rows
    .map((row) => ({
      tenant: row.tenant,
      id: row.id,
      dossierId: row.dossier_id,
      eventVersion: row.event_version,
      kind: row.kind,
      attempts: row.attempts,
    }))
    .sort((a, b) => Number(a.id) - Number(b.id))
}

/** The errand is done for good. @returns false where it was done already. */
export async function markDone(tx: Tx, id: string, at: Instant): Promise<boolean> {
  const changed = await query(tx)
    .updateTable('outbox')
    .set({ done_at: at, last_error: null })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return Number(changed.numUpdatedRows) === 1
}

/** An errand comes due again at a later moment, done for now or not yet. */
export async function postpone(tx: Tx, id: string, dueAt: Instant): Promise<void> {
  await query(tx)
    .updateTable('outbox')
    .set({ done_at: null, due_at: dueAt, attempts: 0 })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .execute()
}

/** It failed and comes due again after `retryAfterSeconds`. */
export async function markFailed(
  tx: Tx,
  id: string,
  { error, retryAt }: { error: string; retryAt: Instant },
): Promise<void> {
  await query(tx)
    .updateTable('outbox')
    .set({ due_at: retryAt, last_error: error.slice(0, 1000) })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .execute()
}

/** Seconds to wait after the n-th failed attempt: 5, 10, 20 … at most an hour. */
export function backoffSeconds(attempts: number): number {
  return Math.min(3600, 5 * 2 ** Math.min(attempts - 1, 10))
}

/** How many errands of the tenant are not done. */
export async function countWaiting(tx: Tx): Promise<number> {
  const row = await query(tx)
    .selectFrom('outbox')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('tenant', '=', tx.tenant)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}
