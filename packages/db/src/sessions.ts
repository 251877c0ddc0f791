import type { Instant } from '@motcua/calendar'
import { toAccount, type Account } from './accounts.ts'
import { query, type Tx } from './database.ts'
import { tokenHash } from './token-hash.ts'

/** A session as Lucia's adapters speak of it. */
export interface StoredSession {
  id: string
  userId: string
  expiresAt: Date
  attributes: Record<string, unknown>
}

export interface StoredUser {
  id: string
  attributes: { account: Account }
}

/**
 * The seven methods of a Lucia adapter, for the tenant whose door is open. The archive holds only the SHA-256 of a
 * session id: a copy of it signs nobody in. `getUserSessions` names sessions by that hash.
 */
export function sessionAdapter(tx: Tx, now: () => Instant) {
  const sessions = () => query(tx).selectFrom('session').where('session.tenant', '=', tx.tenant)
  return {
    async getSessionAndUser(id: string): Promise<[StoredSession | null, StoredUser | null]> {
      const row = await sessions()
        .innerJoin('account', (join) =>
          join.onRef('account.tenant', '=', 'session.tenant').onRef('account.id', '=', 'session.account_id'),
        )
        .selectAll('account')
        .select(['session.account_id', 'session.expires_at', 'session.attributes'])
        .where('id_hash', '=', tokenHash(id))
        .executeTakeFirst()
      if (!row) return [null, null]
      return [toSession(id, row), { id: row.account_id, attributes: { account: toAccount(row) } }]
    },

    async getUserSessions(accountId: string): Promise<StoredSession[]> {
      const rows = await sessions().selectAll().where('account_id', '=', accountId).execute()
      return rows.map((row) => toSession(row.id_hash, row))
    },

    async setSession({ id, userId, expiresAt, attributes }: StoredSession): Promise<void> {
      await query(tx)
        .insertInto('session')
        .values({
          tenant: tx.tenant,
          id_hash: tokenHash(id),
          account_id: userId,
          expires_at: toInstant(expiresAt),
          attributes: attributes ?? {},
        })
        .execute()
    },

    async updateSessionExpiration(id: string, expiresAt: Date): Promise<void> {
      await query(tx)
        .updateTable('session')
        .set({ expires_at: toInstant(expiresAt) })
        .where('tenant', '=', tx.tenant)
        .where('id_hash', '=', tokenHash(id))
        .execute()
    },

    async deleteSession(id: string): Promise<void> {
      await remove(tx).where('id_hash', '=', tokenHash(id)).execute()
    },

    async deleteUserSessions(accountId: string): Promise<void> {
      await remove(tx).where('account_id', '=', accountId).execute()
    },

    async deleteExpiredSessions(): Promise<void> {
      await remove(tx).where('expires_at', '<=', now()).execute()
    },
  }
}

const remove = (tx: Tx) => query(tx).deleteFrom('session').where('tenant', '=', tx.tenant)

/** PostgreSQL reads any offset; what comes back is canonical. */
const toInstant = (date: Date) => date.toISOString() as Instant

function toSession(
  id: string,
  row: { account_id: string; expires_at: Instant; attributes: Record<string, unknown> },
): StoredSession {
  return { id, userId: row.account_id, expiresAt: new Date(row.expires_at), attributes: row.attributes }
}

/** Ends the sessions of an account, or the one of this name. @returns how many were ended */
export async function endSessionsOf(tx: Tx, accountId: string, idHash?: string): Promise<number> {
  const ended = remove(tx).where('account_id', '=', accountId)
  const { numDeletedRows } = await (
    idHash === undefined ? ended : ended.where('id_hash', '=', idHash)
  ).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
