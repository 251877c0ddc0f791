import type { Instant } from '@motcua/calendar'
import { toAccount, type Account } from './accounts.ts'
import { query, type Tx } from './database.ts'

/** Which account a proved identity belongs to. */
export interface LinkedIdentity {
  readonly provider: string
  /** The name by which the identity system speaks of its holder, and never of anybody else. */
  readonly subject: string
  readonly accountId: string
  /** How sure the identity system is of its holder (định danh mức 1, mức 2). */
  readonly level: 1 | 2
}

/** The account an identity belongs to, if any. */
export async function findByIdentity(
  tx: Tx,
  provider: string,
  subject: string,
): Promise<Account | undefined> {
  const row = await query(tx)
    .selectFrom('linked_identity')
    .innerJoin('account', (join) =>
      join
        .onRef('account.tenant', '=', 'linked_identity.tenant')
        .onRef('account.id', '=', 'linked_identity.account_id'),
    )
    .selectAll('account')
    .where('linked_identity.tenant', '=', tx.tenant)
    .where('linked_identity.provider', '=', provider)
    .where('linked_identity.subject', '=', subject)
    .executeTakeFirst()
  return row && toAccount(row)
}

/** Links an identity to an account. @returns false where either is linked already. */
export async function linkIdentity(
  tx: Tx,
  { provider, subject, accountId, level }: LinkedIdentity,
  at: Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await query(tx)
    .insertInto('linked_identity')
    .values({
      tenant: tx.tenant,
      provider,
      subject,
      account_id: accountId,
      level,
      linked_at: at,
      last_used_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Notes that an identity was used to sign in, and the level it has by now. */
export async function useIdentity(
  tx: Tx,
  { provider, subject, level }: Pick<LinkedIdentity, 'provider' | 'subject' | 'level'>,
  at: Instant,
): Promise<void> {
  await query(tx)
    .updateTable('linked_identity')
    .set({ level, last_used_at: at })
    .where('tenant', '=', tx.tenant)
    .where('provider', '=', provider)
    .where('subject', '=', subject)
    .execute()
}

/** The identities linked to an account. */
export async function identitiesOf(
  tx: Tx,
  accountId: string,
): Promise<(LinkedIdentity & { readonly linkedAt: Instant; readonly lastUsedAt: Instant })[]> {
  const rows = await query(tx)
    .selectFrom('linked_identity')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .where('account_id', '=', accountId)
    .orderBy('provider')
    .execute()
  return rows.map((row) => ({
    provider: row.provider,
    subject: row.subject,
    accountId: row.account_id,
    level: row.level === 2 ? 2 : 1,
    linkedAt: row.linked_at,
    lastUsedAt: row.last_used_at,
  }))
}

/** Takes the links of an account away. */
export async function unlinkIdentities(tx: Tx, accountId: string): Promise<void> {
  await query(tx)
    .deleteFrom('linked_identity')
    .where('tenant', '=', tx.tenant)
    .where('account_id', '=', accountId)
    .execute()
}
