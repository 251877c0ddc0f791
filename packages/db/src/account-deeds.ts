import type { Instant } from '@motcua/calendar'
import type { AccountDeed, AccountState } from '@motcua/domain'
import { query, type Tx } from './database.ts'

/** One thing done to an account. */
export interface AccountTrace {
  readonly at: Instant
  readonly deed: AccountDeed
  readonly byId?: string
  readonly byName: string
  readonly requestId?: string
  readonly reason?: string
}

/** Writes down what was done to an account. */
export async function noteDeed(tx: Tx, accountId: string, trace: AccountTrace): Promise<void> {
  await query(tx)
    .insertInto('account_deed')
    .values({
      tenant: tx.tenant,
      account_id: accountId,
      at: trace.at,
      deed: trace.deed,
      by_id: trace.byId ?? null,
      by_name: trace.byName,
      request_id: trace.requestId ?? null,
      reason: trace.reason ?? null,
    })
    .execute()
}

/** What was done to an account, the latest first; at most 200. */
export async function deedsOf(tx: Tx, accountId: string): Promise<AccountTrace[]> {
  const rows = await query(tx)
    .selectFrom('account_deed')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .where('account_id', '=', accountId)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    at: row.at,
    deed: row.deed,
    byName: row.by_name,
    ...(row.by_id !== null && { byId: row.by_id }),
    ...(row.request_id !== null && { requestId: row.request_id }),
    ...(row.reason !== null && { reason: row.reason }),
  }))
}

/** Puts an account into a state. Nobody else changes it until the transaction ends. */
export async function setAccountState(tx: Tx, accountId: string, state: AccountState): Promise<void> {
  await query(tx)
    .updateTable('account')
    .set({ state })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', accountId)
    .execute()
}

/** Lets an account sign in no further than to a new password, or lets it again. */
export async function demandNewPassword(tx: Tx, accountId: string): Promise<void> {
  await query(tx)
    .updateTable('account')
    .set({ must_change_password: true })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', accountId)
    .execute()
}

/** Ends every session of an account. */
export async function endSessions(tx: Tx, accountId: string): Promise<void> {
  await query(tx)
    .deleteFrom('session')
    .where('tenant', '=', tx.tenant)
    .where('account_id', '=', accountId)
    .execute()
}
