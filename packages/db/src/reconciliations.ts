import type { CivilDate, Instant } from '@motcua/calendar'
import { query, type Tx } from './database.ts'

/** A comparison of dossiers, ledger, gateway and bank for one day. */
export interface Reconciliation {
  readonly id: string
  readonly day: CivilDate
  readonly runAt: Instant
  readonly runBy: string
  readonly differences: number
  readonly content: object
}

export async function keepReconciliation(tx: Tx, one: Reconciliation): Promise<void> {
  await query(tx)
    .insertInto('reconciliation')
    .values({
      tenant: tx.tenant,
      id: one.id,
      day: one.day,
      run_at: one.runAt,
      run_by: one.runBy,
      differences: one.differences,
      content: one.content,
    })
    .execute()
}

/** The last comparisons, the latest first. */
export async function listReconciliations(tx: Tx, limit = 31): Promise<Reconciliation[]> {
  const rows = await query(tx)
    .selectFrom('reconciliation')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .orderBy('run_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    day: row.day,
    runAt: row.run_at,
    runBy: row.run_by,
    differences: row.differences,
    content: row.content,
  }))
}
