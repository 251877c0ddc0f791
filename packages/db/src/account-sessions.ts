import type { Instant } from '@motcua/calendar'
import { query, type Tx } from './database.ts'

/** A session as its holder may see it: named by its hash, which opens nothing. */
export interface ListedSession {
  readonly idHash: string
  readonly expiresAt: Instant
  readonly attributes: Record<string, unknown>
}

/** Sessions of an account that are good after this moment, the one used last first. */
export async function listSessions(tx: Tx, accountId: string, after: Instant): Promise<ListedSession[]> {
  const rows = await query(tx)
    .selectFrom('session')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .where('account_id', '=', accountId)
    .where('expires_at', '>', after)
    .orderBy('expires_at', 'desc')
    .execute()
  return rows.map((row) => ({
    idHash: row.id_hash,
    expiresAt: row.expires_at,
    attributes: row.attributes,
  }))
}

/** Ends a session of this account. @returns whether it had it */
export async function endSession(tx: Tx, accountId: string, idHash: string): Promise<boolean> {
  const { numDeletedRows } = await query(tx)
    .deleteFrom('session')
    .where('tenant', '=', tx.tenant)
    .where('account_id', '=', accountId)
    .where('id_hash', '=', idHash)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
