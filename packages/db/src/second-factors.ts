import type { Instant } from '@motcua/calendar'
import { query, type Tx } from './database.ts'
import { tokenHash } from './token-hash.ts'

/** The second factor of an account, as the archive keeps it. */
export interface StoredFactor {
  /** Sealed with a key that is not in the archive. */
  readonly sealedSecret: string
  /** Absent until the first right code was entered. */
  readonly confirmedAt?: Instant
  /** The last step of thirty seconds whose code was used. */
  readonly lastStep: number
}

/** Begins a second factor anew; one that was begun and never confirmed is forgotten. */
export async function putFactor(tx: Tx, accountId: string, sealedSecret: string): Promise<void> {
  await dropFactor(tx, accountId)
  await query(tx)
    .insertInto('second_factor')
    .values({
      tenant: tx.tenant,
      account_id: accountId,
      sealed_secret: sealedSecret,
      confirmed_at: null,
    })
    .execute()
}

export async function findFactor(tx: Tx, accountId: string): Promise<StoredFactor | undefined> {
  const row = await query(tx)
    .selectFrom('second_factor')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    sealedSecret: row.sealed_secret,
    lastStep: row.last_step,
    ...(row.confirmed_at !== null && { confirmedAt: row.confirmed_at }),
  }
}

/** Uses the code of a step up. Of two who send it at once, one succeeds. @returns whether it was still unused */
export async function useStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await query(tx)
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('tenant', '=', tx.tenant)
    .where('account_id', '=', accountId)
    .where('last_step', '<', step)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** From now on this account signs in with its second factor; these are its recovery codes. */
export async function confirmFactor(
  tx: Tx,
  accountId: string,
  codes: readonly string[],
  at: Instant,
): Promise<void> {
  await query(tx)
    .updateTable('second_factor')
    .set({ confirmed_at: at })
    .where('tenant', '=', tx.tenant)
    .where('account_id', '=', accountId)
    .execute()
  await putRecoveryCodes(tx, accountId, codes)
}

/** Gives an account new recovery codes; the earlier ones are no longer good. */
export async function putRecoveryCodes(tx: Tx, accountId: string, codes: readonly string[]): Promise<void> {
  await dropRecoveryCodes(tx, accountId)
  await query(tx)
    .insertInto('recovery_code')
    .values(
      codes.map((code) => ({
        tenant: tx.tenant,
        account_id: accountId,
        code_hash: tokenHash(code),
        used_at: null,
      })),
    )
    .execute()
}

/** Uses a recovery code up. Of two who send it at once, one succeeds. @returns whether it was good */
export async function takeRecoveryCode(
  tx: Tx,
  accountId: string,
  code: string,
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await query(tx)
    .updateTable('recovery_code')
    .set({ used_at: at })
    .where('tenant', '=', tx.tenant)
    .where('account_id', '=', accountId)
    .where('code_hash', '=', tokenHash(code))
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** How many recovery codes an account has left. */
export async function countRecoveryCodes(tx: Tx, accountId: string): Promise<number> {
  const row = await query(tx)
    .selectFrom('recovery_code')
    .select((e) => e.fn.countAll<string>().as('left'))
    .where('tenant', '=', tx.tenant)
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.left)
}

/** From now on the account signs in without a second factor. */
export async function dropFactor(tx: Tx, accountId: string): Promise<void> {
  await dropRecoveryCodes(tx, accountId)
  await query(tx)
    .deleteFrom('second_factor')
    .where('tenant', '=', tx.tenant)
    .where('account_id', '=', accountId)
    .execute()
}

async function dropRecoveryCodes(tx: Tx, accountId: string): Promise<void> {
  await query(tx)
    .deleteFrom('recovery_code')
    .where('tenant', '=', tx.tenant)
    .where('account_id', '=', accountId)
    .execute()
}
