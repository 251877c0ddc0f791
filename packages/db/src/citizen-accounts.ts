import type { CivilDate } from '@motcua/calendar'
import { NotFound } from '@motcua/domain'
import { findAccount } from './accounts.ts'
import { query, type Tx } from './database.ts'

/** What a holder may change of an account; null takes it away, undefined leaves it. */
export interface CitizenChange {
  readonly fullName?: string | undefined
  readonly email?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly birthDate?: CivilDate | null | undefined
  readonly address?: string | null | undefined
}

/** Changes a citizen's account. @returns the key another account has already, or nothing. @throws NotFound */
export async function updateCitizen(
  tx: Tx,
  id: string,
  { fullName, email, phone, birthDate, address }: CitizenChange,
): Promise<{ taken: 'email' | 'phone' } | undefined> {
  for (const [key, value] of [
    ['email', email],
    ['phone', phone],
  ] as const) {
    const holder = value ? await findAccount(tx, key, value) : undefined
    if (holder && holder.id !== id) return { taken: key }
  }
  const { numUpdatedRows } = await query(tx)
    .updateTable('account')
    .set({
      ...(fullName !== undefined && { full_name: fullName }),
      ...(email !== undefined && { email: email?.toLowerCase() ?? null }),
      ...(phone !== undefined && { phone }),
      ...(birthDate !== undefined && { birth_date: birthDate }),
      ...(address !== undefined && { address }),
    })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .where('kind', '=', 'citizen')
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new NotFound('account')
  return undefined
}

/** Takes the password of a citizen's account away: nobody signs in with it until its holder chooses another one. */
export async function clearPassword(tx: Tx, id: string): Promise<void> {
  await query(tx)
    .updateTable('account')
    .set({ password_hash: null })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .where('kind', '=', 'citizen')
    .execute()
}

/** Leaves of an account nothing by which its holder is known; what was filed with it stays with the dossiers. */
export async function emptyCitizen(tx: Tx, id: string): Promise<void> {
  await query(tx)
    .updateTable('account')
    .set({
      full_name: '—',
      email: null,
      phone: null,
      citizen_id: null,
      birth_date: null,
      address: null,
      password_hash: null,
    })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .where('kind', '=', 'citizen')
    .execute()
}
