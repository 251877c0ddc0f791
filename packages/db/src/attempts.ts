import type { Instant } from '@motcua/calendar'
import { call, query, type Database, type Tx } from './database.ts'

export interface Attempt {
  /** What is being limited, for whom: `sign-in:203.0.113.7`. */
  readonly key: string
  readonly windowSeconds: number
  /** Most attempts in one window. */
  readonly most: number
  readonly now: Instant
}

/**
 * Counts an attempt, in a transaction of its own so that a refusal does not take the count back.
 * @returns 0 when it is allowed, else the seconds after which to come back.
 */
export async function hitAttempt(db: Database, tenant: string, attempt: Attempt): Promise<number> {
  const { hits, leftSeconds } = await countAttempt(db, tenant, attempt)
  return hits <= attempt.most ? 0 : leftSeconds
}

/** Counts an attempt. @returns how many there were in this window, and the seconds left of it */
export async function countAttempt(
  db: Database,
  tenant: string,
  { key, windowSeconds, now }: Omit<Attempt, 'most'>,
): Promise<{ hits: number; leftSeconds: number }> {
  const [row] = await call<{ hits: number; started_at: Instant }>(
    db,
    'select hits, started_at from hit_attempt($1, $2, $3, $4)',
    [tenant, key, now, windowSeconds],
  )
  const leftMs = Date.parse(row!.started_at) + windowSeconds * 1000 - Date.parse(now)
  return { hits: row!.hits, leftSeconds: Math.max(1, Math.ceil(leftMs / 1000)) }
}

/** Forgets the attempts of a key, after one succeeded. */
export async function forgetAttempts(tx: Tx, key: string): Promise<void> {
  await query(tx).deleteFrom('attempt').where('tenant', '=', tx.tenant).where('key', '=', key).execute()
}

/** Forgets every window that began before `before`. */
export async function forgetOldAttempts(tx: Tx, before: Instant): Promise<void> {
  await query(tx)
    .deleteFrom('attempt')
    .where('tenant', '=', tx.tenant)
    .where('window_start', '<', before)
    .execute()
}
