import { NotFound, type AccountState, type StaffRole } from '@motcua/domain'
import { toAccount, type StaffAccount } from './accounts.ts'
import { query, type Tx } from './database.ts'

/** Which of the staff are listed. */
export interface StaffFilter {
  /** Of these bodies only. */
  readonly agencyIds?: readonly string[]
  readonly state?: AccountState
  /** Part of the name or the user name. */
  readonly text?: string
}

/** Staff accounts by name; at most 300. */
export async function listStaff(tx: Tx, { agencyIds, state, text }: StaffFilter): Promise<StaffAccount[]> {
  let found = all(tx).orderBy('full_name').orderBy('username').limit(300)
  if (agencyIds) found = found.where('agency_id', 'in', [...agencyIds])
  if (state) found = found.where('state', '=', state)
  if (text) {
    const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
    found = found.where((e) => e.or([e('full_name', 'ilike', like), e('username', 'ilike', like)]))
  }
  return (await found.execute()).map((row) => toAccount(row) as StaffAccount)
}

/** @throws NotFound also where the account is a citizen's */
export async function getStaff(tx: Tx, id: string): Promise<StaffAccount> {
  const row = await all(tx).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('account')
  return toAccount(row) as StaffAccount
}

/** A staff account that nobody else changes until the transaction ends. @throws NotFound */
export async function getStaffForUpdate(tx: Tx, id: string): Promise<StaffAccount> {
  const row = await all(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound('account')
  return toAccount(row) as StaffAccount
}

/** User names that begin so, to find one that is free. */
export async function usernamesLike(tx: Tx, beginning: string): Promise<Set<string>> {
  const like = `${beginning.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await all(tx).where('username', 'like', like).execute()
  return new Set(rows.map(({ username }) => username!))
}

/** The accounts of a body that have a role and may still be used, or used again. */
export async function holdersOfRole(tx: Tx, agencyId: string, role: StaffRole): Promise<StaffAccount[]> {
  const staff = await listStaff(tx, { agencyIds: [agencyId] })
  return staff.filter(({ roles, state }) => state !== 'revoked' && roles.includes(role))
}

const all = (tx: Tx) =>
  query(tx).selectFrom('account').selectAll().where('tenant', '=', tx.tenant).where('kind', '=', 'staff')
