import type { Instant } from '@motcua/calendar'
import { query, type Tx } from './database.ts'

/** What a holder did with an account of their own: rested it, or gave it up. */
export interface HolderStanding {
  readonly standing: 'suspended' | 'deleted'
  readonly since: Instant
}

/** Undefined while the account is in use. */
export async function findHolderStanding(tx: Tx, accountId: string): Promise<HolderStanding | undefined> {
  const row = await query(tx)
    .selectFrom('holder_standing')
    .select(['standing', 'since'])
    .where('tenant', '=', tx.tenant)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row
}

/** Rests an account or gives it up, from this moment on; undefined takes it up again. */
export async function setHolderStanding(
  tx: Tx,
  accountId: string,
  standing: HolderStanding | undefined,
): Promise<void> {
  if (!standing) {
    await query(tx)
      .deleteFrom('holder_standing')
      .where('tenant', '=', tx.tenant)
      .where('account_id', '=', accountId)
      .where('standing', '=', 'suspended')
      .execute()
    return
  }
  await query(tx)
    .insertInto('holder_standing')
    .values({ tenant: tx.tenant, account_id: accountId, ...standing })
    .onConflict((conflict) => conflict.columns(['tenant', 'account_id']).doUpdateSet({ ...standing }))
    .execute()
}
