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

/** Money that somebody holds for the office and has not handed over, oldest first. */
export async function listHeld(
  tx: Tx,
  holder: 'post' | 'counter',
): Promise<
  { paymentId: string; dossierId: string; amount: number; at: Instant; by: string; agencyId: string }[]
> {
  const rows = await query(tx)
    .selectFrom('payment_event as e')
    .innerJoin('dossier as d', (join) =>
      join.onRef('d.tenant', '=', 'e.tenant').onRef('d.id', '=', 'e.dossier_id'),
    )
    .select(['e.payment_id', 'e.dossier_id', 'e.amount', 'e.at', 'e.by', 'd.agency_id'])
    .where('e.tenant', '=', tx.tenant)
    .where('e.source', '=', holder)
    .where('e.kind', 'in', ['paid', 'surplus'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('payment_event as r')
            .select('r.id')
            .whereRef('r.tenant', '=', 'e.tenant')
            .where('r.source', '=', 'remittance')
            .where(sql<boolean>`r.source_ref = e.payment_id::text`),
        ),
      ),
    )
    .orderBy('e.id')
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    paymentId: row.payment_id,
    dossierId: row.dossier_id,
    amount: row.amount,
    at: row.at,
    by: row.by,
    agencyId: row.agency_id,
  }))
}

/** Money handed over, declared by who held it. */
export interface Remittance {
  readonly id: string
  readonly holder: 'post' | 'counter'
  readonly agencyId: string
  readonly amount: number
  readonly payments: number
  readonly declaredAt: Instant
  readonly declaredBy: string
  readonly confirmedAt?: Instant
  readonly confirmedBy?: string
}

export async function declareRemittance(tx: Tx, one: Remittance): Promise<void> {
  await query(tx)
    .insertInto('remittance')
    .values({
      tenant: tx.tenant,
      id: one.id,
      holder: one.holder,
      agency_id: one.agencyId,
      amount: one.amount,
      payments: one.payments,
      declared_at: one.declaredAt,
      declared_by: one.declaredBy,
      confirmed_at: null,
      confirmed_by: null,
    })
    .execute()
}

/** @returns false where it was confirmed before */
export async function confirmRemittance(
  tx: Tx,
  id: string,
  { at, by }: { at: Instant; by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await query(tx)
    .updateTable('remittance')
    .set({ confirmed_at: at, confirmed_by: by })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The last hand-overs, those waiting for a confirmation first. */
export async function listRemittances(tx: Tx, limit = 50): Promise<Remittance[]> {
  const rows = await query(tx)
    .selectFrom('remittance')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .orderBy(sql`confirmed_at is not null`)
    .orderBy('declared_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    holder: row.holder,
    agencyId: row.agency_id,
    amount: row.amount,
    payments: row.payments,
    declaredAt: row.declared_at,
    declaredBy: row.declared_by,
    ...(row.confirmed_at && { confirmedAt: row.confirmed_at }),
    ...(row.confirmed_by && { confirmedBy: row.confirmed_by }),
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
