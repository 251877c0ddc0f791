import { query, type Tx } from './database.ts'

/** Which of these bodies have, or ever had, a dossier or an account: they keep their names for good. */
export async function bodiesInUse(tx: Tx, agencyIds: readonly string[]): Promise<Set<string>> {
  const found = await Promise.all(
    agencyIds.map(async (id) => {
      const tables = await Promise.all([standsIn(tx, 'dossier', id), standsIn(tx, 'account', id)])
      return tables.includes(true) ? [id] : []
    }),
  )
  return new Set(found.flat())
}

async function standsIn(tx: Tx, table: 'dossier' | 'account', agencyId: string): Promise<boolean> {
  const row = await query(tx)
    .selectFrom(table)
    .select('id')
    .where('tenant', '=', tx.tenant)
    .where('agency_id', '=', agencyId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
