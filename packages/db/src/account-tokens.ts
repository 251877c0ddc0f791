import type { Instant } from '@motcua/calendar'
import { query, type Tx } from './database.ts'
import { tokenHash } from './token-hash.ts'

/** What a token lets its bearer do, once. */
export type TokenPurpose = 'activation' | 'second-factor' | 'new-password'

export interface NewToken {
  /** The secret itself. The archive keeps its hash. */
  readonly secret: string
  readonly accountId: string
  readonly purpose: TokenPurpose
  readonly at: Instant
  readonly expiresAt: Instant
}

/** Keeps a token. Earlier ones of the account for the same purpose are no longer good. */
export async function putToken(tx: Tx, token: NewToken): Promise<void> {
  await dropTokens(tx, token.accountId, token.purpose)
  await query(tx)
    .insertInto('account_token')
    .values({
      tenant: tx.tenant,
      token_hash: tokenHash(token.secret),
      account_id: token.accountId,
      purpose: token.purpose,
      created_at: token.at,
      expires_at: token.expiresAt,
      used_at: null,
    })
    .execute()
}

/** Whose token this is, where it is good at this moment. It stays good. */
export async function findToken(
  tx: Tx,
  { secret, purpose, at }: { secret: string; purpose: TokenPurpose; at: Instant },
): Promise<string | undefined> {
  const row = await query(tx)
    .selectFrom('account_token')
    .select('account_id')
    .where('tenant', '=', tx.tenant)
    .where('token_hash', '=', tokenHash(secret))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst()
  return row?.account_id
}

/** Uses a token up. Of two who try at once, one succeeds. @returns whose it was; undefined where it is not good */
export async function takeToken(
  tx: Tx,
  { secret, purpose, at }: { secret: string; purpose: TokenPurpose; at: Instant },
): Promise<string | undefined> {
  const row = await query(tx)
    .updateTable('account_token')
    .set({ used_at: at })
    .where('tenant', '=', tx.tenant)
    .where('token_hash', '=', tokenHash(secret))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('account_id')
    .executeTakeFirst()
  return row?.account_id
}

/** Takes the unused tokens of an account back: all, or those for one purpose. */
export async function dropTokens(tx: Tx, accountId: string, purpose?: TokenPurpose): Promise<void> {
  const all = query(tx)
    .deleteFrom('account_token')
    .where('tenant', '=', tx.tenant)
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
  await (purpose ? all.where('purpose', '=', purpose) : all).execute()
}
