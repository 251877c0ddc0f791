import { query, type Tx } from './database.ts'

/** Name and user name of these members of staff, by id. */
export async function staffNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const known = ids.filter(isUuid)
  if (known.length === 0) return new Map()
  const rows = await query(tx)
    .selectFrom('account')
    .select(['id', 'full_name', 'username'])
    .where('tenant', '=', tx.tenant)
    .where('kind', '=', 'staff')
    .where('id', 'in', known)
    .execute()
  return new Map(rows.map(({ id, full_name, username }) => [id, `${full_name} (${username})`]))
}

/** Whether it can be an id of an account at all. */
function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
