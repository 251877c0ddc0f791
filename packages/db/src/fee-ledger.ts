import type { Instant } from '@motcua/calendar'
import { sql } from 'kysely'
import { query, type Tx } from './database.ts'

export type LedgerKind = 'paid' | 'surplus' | 'failed' | 'notice-refused' | 'remitted' | 'refunded'

/** What happened to money. */
export interface LedgerEntry {
  readonly paymentId: string
  readonly dossierId: string
  readonly kind: LedgerKind
  /** Đồng that came in; below nothing where it went out. */
  readonly amount: number
  readonly channel: string
  /** Whose word it is: `vnpay`, `bank`, `counter`, `post`, `remittance`, `refund`. */
  readonly source: string
  /** That word's own number: a movement of money with the same one was counted before. */
  readonly sourceRef?: string
  readonly at: Instant
  readonly by: string
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Writes into the ledger. @returns false where this movement of money stands in it already: then nothing is written */
export async function enterLedger(tx: Tx, entry: LedgerEntry): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await query(tx)
    .insertInto('payment_event')
    .values({
      tenant: tx.tenant,
      payment_id: entry.paymentId,
      dossier_id: entry.dossierId,
      kind: entry.kind,
      amount: entry.amount,
      channel: entry.channel,
      source: entry.source,
      source_ref: entry.sourceRef ?? null,
      at: entry.at,
      by: entry.by,
      detail: entry.detail ?? {},
    })
    .onConflict((c) =>
      c.columns(['tenant', 'source', 'source_ref']).where('source_ref', 'is not', null).doNothing(),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Whether a movement of money stands in the ledger. */
export async function standsInLedger(tx: Tx, source: string, sourceRef: string): Promise<boolean> {
  const row = await query(tx)
    .selectFrom('payment_event')
    .select('id')
    .where('tenant', '=', tx.tenant)
    .where('source', '=', source)
    .where('source_ref', '=', sourceRef)
    .executeTakeFirst()
  return row !== undefined
}

/** The ledger between two moments, in the order it was written. */
export async function listLedger(
  tx: Tx,
  { from, to }: { from: Instant; to: Instant },
): Promise<LedgerEntry[]> {
  const rows = await query(tx)
    .selectFrom('payment_event')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .where('at', '>=', from)
    .where('at', '<', to)
    .orderBy('id')
    .execute()
  return rows.map(toEntry)
}

/** What the ledger says of one dossier. */
export async function ledgerOf(tx: Tx, dossierId: string): Promise<LedgerEntry[]> {
  const rows = await query(tx)
    .selectFrom('payment_event')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .where('dossier_id', '=', dossierId)
    .orderBy('id')
    .execute()
  return rows.map(toEntry)
}

/** What dossiers say was paid, overpaid and refunded between two moments, by their own logs. */
export async function moneyInDossiers(
  tx: Tx,
  { from, to }: { from: Instant; to: Instant },
): Promise<{ dossierId: string; paymentId: string; type: string; amount: number }[]> {
  const { rows } = await sql<{ dossier_id: string; payment_id: string; type: string; amount: number }>`
    select e.dossier_id, e.event ->> 'paymentId' as payment_id, e.event ->> 'type' as type,
      (e.event ->> 'amount')::integer as amount
    from dossier_event e
    where e.tenant = ${tx.tenant} and e.event ->> 'type' in ('FeePaid', 'FeeOverpaid', 'FeeRefunded')
      and (e.event ->> 'at')::timestamptz >= ${from}::timestamptz
      and (e.event ->> 'at')::timestamptz < ${to}::timestamptz
      and e.dossier_id in (select dossier_id from payment where tenant = ${tx.tenant})
    order by e.recorded_at`.execute(query(tx))
  return rows.map((row) => ({
    dossierId: row.dossier_id,
    paymentId: row.payment_id,
    type: row.type,
    amount: row.amount,
  }))
}

function toEntry(row: {
  payment_id: string
  dossier_id: string
  kind: LedgerEntry['kind']
  amount: number
  channel: string
  source: string
  source_ref: string | null
  at: Instant
  by: string
  detail: object
}): LedgerEntry {
  return {
    paymentId: row.payment_id,
    dossierId: row.dossier_id,
    kind: row.kind,
    amount: row.amount,
    channel: row.channel,
    source: row.source,
    ...(row.source_ref && { sourceRef: row.source_ref }),
    at: row.at,
    by: row.by,
    detail: row.detail as Record<string, unknown>,
  }
}
