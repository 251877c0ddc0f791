import type { Instant } from '@motcua/calendar'
import { query, type Tx } from './database.ts'
import { tokenHash } from './token-hash.ts'

/** What a secret that was sent to an address is good for. */
export type ProofPurpose = 'recovery' | 'activation' | 'confirmation'

/** Keeps a secret that is sent to the holder of an account; one sent before for the same purpose is worth nothing now. */
export async function putAddressProof(
  tx: Tx,
  proof: {
    readonly secret: string
    readonly accountId: string
    readonly purpose: ProofPurpose
    readonly expiresAt: Instant
  },
  at: Instant,
): Promise<void> {
  await query(tx)
    .updateTable('address_proof')
    .set({ used_at: at })
    .where('tenant', '=', tx.tenant)
    .where('account_id', '=', proof.accountId)
    .where('purpose', '=', proof.purpose)
    .where('used_at', 'is', null)
    .execute()
  await query(tx)
    .insertInto('address_proof')
    .values({
      tenant: tx.tenant,
      token_hash: tokenHash(proof.secret),
      account_id: proof.accountId,
      purpose: proof.purpose,
      made_at: at,
      expires_at: proof.expiresAt,
      used_at: null,
    })
    .execute()
}

/** The account a secret proves, while it is good; it stays good. */
export async function findAddressProof(
  tx: Tx,
  secret: string,
  at: Instant,
): Promise<{ accountId: string; purpose: ProofPurpose } | undefined> {
  const row = await query(tx)
    .selectFrom('address_proof')
    .select(['account_id', 'purpose'])
    .where('tenant', '=', tx.tenant)
    .where('token_hash', '=', tokenHash(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst()
  return row && { accountId: row.account_id, purpose: row.purpose }
}

/** Uses a secret up. @returns the account it proved, undefined where it is good no more */
export async function useAddressProof(
  tx: Tx,
  secret: string,
  at: Instant,
): Promise<{ accountId: string; purpose: ProofPurpose } | undefined> {
  const row = await query(tx)
    .updateTable('address_proof')
    .set({ used_at: at })
    .where('tenant', '=', tx.tenant)
    .where('token_hash', '=', tokenHash(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning(['account_id', 'purpose'])
    .executeTakeFirst()
  return row && { accountId: row.account_id, purpose: row.purpose }
}
