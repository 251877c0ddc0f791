import type { Instant } from '@motcua/calendar'
import type { StaffRole } from '@motcua/domain'
import { query, type Tx } from './database.ts'

/** An invitation as it is kept: its secret is known only to who was invited. */
export interface Invitation {
  readonly tokenHash: string
  readonly roles: readonly StaffRole[]
  readonly expiresAt: Instant
}

/** Invites; what was sent before and not used works no longer. */
export async function putInvitation(
  tx: Tx,
  { tokenHash, roles, expiresAt }: Invitation,
  at: Instant,
): Promise<void> {
  await query(tx)
    .updateTable('invitation')
    .set({ expires_at: at })
    .where('tenant', '=', tx.tenant)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .execute()
  await query(tx)
    .insertInto('invitation')
    .values({
      tenant: tx.tenant,
      token_hash: tokenHash,
      roles: [...roles],
      made_at: at,
      expires_at: expiresAt,
    })
    .execute()
}

/** The invitation with this secret that may still be used, locked; undefined where there is none. */
export async function findInvitation(
  tx: Tx,
  tokenHash: string,
  now: Instant,
): Promise<Invitation | undefined> {
  const row = await query(tx)
    .selectFrom('invitation')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && { tokenHash, roles: row.roles, expiresAt: row.expires_at }
}

/** The invitation is used up by this account. @returns false where somebody was faster. */
export async function useInvitation(
  tx: Tx,
  { tokenHash, accountId, at }: { tokenHash: string; accountId: string; at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await query(tx)
    .updateTable('invitation')
    .set({ used_at: at, account_id: accountId })
    .where('tenant', '=', tx.tenant)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Whether the province has anybody who holds this role. */
export async function hasRole(tx: Tx, role: StaffRole): Promise<boolean> {
  const rows = await query(tx)
    .selectFrom('account')
    .select('roles')
    .where('tenant', '=', tx.tenant)
    .where('kind', '=', 'staff')
    .execute()
  return rows.some(({ roles }) => roles.includes(role))
}
