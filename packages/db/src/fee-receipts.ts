import type { Instant } from '@motcua/calendar'
import { NotFound } from '@motcua/domain'
import { sql } from 'kysely'
import { query, type Tx } from './database.ts'

/** Electronic receipt of a fee. */
export interface FeeReceipt {
  readonly paymentId: string
  readonly series: string
  readonly no: number
  readonly issuedAt: Instant
  readonly content: object
}

/**
 * Numbers and keeps a receipt; a refusal gives the number back, so that a series has no gap. Until the door closes the
 * next receipt of the series waits.
 */
export async function issueReceipt(
  tx: Tx,
  { paymentId, series, at, content }: { paymentId: string; series: string; at: Instant; content: object },
): Promise<number> {
  const { n } = await query(tx)
    .insertInto('fee_receipt_counter')
    .values({ tenant: tx.tenant, series, n: 1 })
    .onConflict((c) => c.columns(['tenant', 'series']).doUpdateSet({ n: sql`fee_receipt_counter.n + 1` }))
    .returning('n')
    .executeTakeFirstOrThrow()
  await query(tx)
    .insertInto('fee_receipt')
    .values({ tenant: tx.tenant, payment_id: paymentId, series, no: n, issued_at: at, content })
    .execute()
  return n
}

/** @throws NotFound */
export async function getReceipt(tx: Tx, paymentId: string): Promise<FeeReceipt> {
  const row = await query(tx)
    .selectFrom('fee_receipt')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .where('payment_id', '=', paymentId)
    .executeTakeFirst()
  if (!row) throw new NotFound('receipt')
  const { series, no, issued_at: issuedAt, content } = row
  return { paymentId, series, no, issuedAt, content }
}
