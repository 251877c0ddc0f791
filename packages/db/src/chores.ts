import type { Instant } from '@motcua/calendar'
import { call, query, type Database, type Tx } from './database.ts'

/** Something left to do that belongs to no dossier: references only, the rest is read behind the tenant's door. */
export interface Chore {
  readonly tenant: string
  readonly id: string
  /** The name of what is to be done. */
  readonly kind: string
  /** What it is about: an id, or empty for what a province has one of. */
  readonly subject: string
  /** How often it was taken, this time included. */
  readonly attempts: number
}

/** A chore as it is left: what about which thing, and for when. */
type LeftChore = Pick<Chore, 'kind' | 'subject'> & { readonly dueAt: Instant }

/** Leaves a chore to be done at a moment; once per kind and subject, however often it is left. */
export async function putChore(tx: Tx, chore: LeftChore): Promise<void> {
  await leave(tx, chore)
    .onConflict((c) => c.columns(['tenant', 'kind', 'subject']).doNothing())
    .execute()
}

/** Leaves a chore that has to be done at this moment, also where it was done before or was to be done at another. */
export async function putChoreAgain(tx: Tx, chore: LeftChore): Promise<void> {
  const again = { done_at: null, due_at: chore.dueAt, attempts: 0, last_error: null }
  await leave(tx, chore)
    .onConflict((c) => c.columns(['tenant', 'kind', 'subject']).doUpdateSet(again))
    .execute()
}

/** A chore that has become needless is not done. */
export async function dropChore(
  tx: Tx,
  { kind, subject, at }: Pick<Chore, 'kind' | 'subject'> & { readonly at: Instant },
): Promise<void> {
  await query(tx)
    .updateTable('chore')
    .set({ done_at: at })
    .where('tenant', '=', tx.tenant)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('done_at', 'is', null)
    .execute()
}

function leave(tx: Tx, { kind, subject, dueAt }: LeftChore) {
  return query(tx)
    .insertInto('chore')
    .values({ tenant: tx.tenant, kind, subject, due_at: dueAt, last_error: null, done_at: null })
}

/**
 * Takes chores that are due, of any tenant, for `leaseSeconds`: one that is neither done nor failed by then comes due
 * again. Two workers never hold the same one. `db` is connected with the worker role.
 */
export async function takeDueChores(
  db: Database,
  { limit, now, leaseSeconds = 600 }: { limit: number; now: Instant; leaseSeconds?: number },
): Promise<Chore[]> {
  const rows = await call<Chore>(
    db,
    `update chore c set due_at = $1::timestamptz + make_interval(secs => $2), attempts = c.attempts + 1
     from (select tenant, id from chore where done_at is null and due_at <= $1 order by due_at limit $3
       for update skip locked) due
     where c.tenant = due.tenant and c.id = due.id
     returning c.tenant, c.id, c.kind, c.subject, c.attempts`,
    [now, leaseSeconds, limit],
  )
  return rows.toSorted((a, b) => Number(a.id) - Number(b.id))
}

/** The chore is done: for good, or until `again`. */
export async function choreDone(
  tx: Tx,
  id: string,
  { at, again }: { at: Instant; again?: Instant | undefined },
): Promise<void> {
  const next = again === undefined ? { done_at: at } : { due_at: again, attempts: 0 }
  await one(tx, id)
    .set({ ...next, last_error: null })
    .execute()
}

/** It failed and comes due again at `retryAt`. */
export async function choreFailed(
  tx: Tx,
  id: string,
  { error, retryAt }: { error: string; retryAt: Instant },
): Promise<void> {
  await one(tx, id)
    .set({ due_at: retryAt, last_error: error.slice(0, 1000) })
    .execute()
}

/** Chores of the tenant that wait, the first due first; at most 1,000. */
export async function waitingChores(
  tx: Tx,
): Promise<(Chore & { readonly dueAt: Instant; readonly lastError?: string })[]> {
  const rows = await query(tx)
    .selectFrom('chore')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .where('done_at', 'is', null)
    .orderBy('due_at')
    .limit(1000)
    .execute()
  return rows.map(({ tenant, id, kind, subject, attempts, due_at: dueAt, last_error: lastError }) => ({
    tenant,
    id,
    kind,
    subject,
    attempts,
    dueAt,
    ...(lastError !== null && { lastError }),
  }))
}

const one = (tx: Tx, id: string) =>
  query(tx)
    .updateTable('chore')
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .where('done_at', 'is', null)
