import type { CivilDate, Instant } from '@motcua/calendar'
import { NotFound } from '@motcua/domain'
import { sql } from 'kysely'
import { query, type Tx } from './database.ts'

/** One try to pay a fee by one way. */
export interface Payment {
  readonly id: string
  readonly dossierId: string
  /** Number the payer and the gateway know it by. */
  readonly ref: string
  readonly channel: PaymentChannel
  /** Đồng. */
  readonly amount: number
  readonly status: 'open' | 'paid' | 'failed'
  readonly openedAt: Instant
  readonly expiresAt?: Instant
  readonly settledAt?: Instant
  readonly openedBy: string
}

export type PaymentChannel = 'online' | 'counter' | 'bank-transfer' | 'postal'

export interface NewPayment extends Omit<Payment, 'status' | 'settledAt'> {
  /** The same key opens one payment, however often it is sent. */
  readonly key: string
}

/**
 * Opens a payment. With a key used before, or where the dossier has an open payment of this way already, nothing
 * happens. @returns whether this one was opened
 */
export async function openPayment(tx: Tx, payment: NewPayment): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await query(tx)
    .insertInto('payment')
    .values({
      tenant: tx.tenant,
      id: payment.id,
      dossier_id: payment.dossierId,
      ref: payment.ref,
      channel: payment.channel,
      amount: payment.amount,
      status: 'open',
      opened_at: payment.openedAt,
      expires_at: payment.expiresAt ?? null,
      settled_at: null,
      opened_by: payment.openedBy,
      key: payment.key,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Says how a payment ended. Money may still come for one that failed. */
export async function settlePayment(
  tx: Tx,
  id: string,
  { status, at }: { status: 'paid' | 'failed'; at: Instant },
): Promise<void> {
  await query(tx)
    .updateTable('payment')
    .set({ status, settled_at: at })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .execute()
}

/** @throws NotFound */
export async function getPayment(tx: Tx, id: string): Promise<Payment> {
  const row = await payments(tx).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('payment')
  return toPayment(row)
}

export async function findPaymentByRef(tx: Tx, ref: string): Promise<Payment | undefined> {
  const row = await payments(tx).where('ref', '=', ref).executeTakeFirst()
  return row && toPayment(row)
}

export async function findPaymentByKey(tx: Tx, key: string): Promise<Payment | undefined> {
  const row = await payments(tx).where('key', '=', key).executeTakeFirst()
  return row && toPayment(row)
}

/** Every try to pay for a dossier, the first one first. */
export async function listPayments(tx: Tx, dossierId: string): Promise<Payment[]> {
  const rows = await payments(tx)
    .where('dossier_id', '=', dossierId)
    .orderBy('opened_at')
    .orderBy('id')
    .execute()
  return rows.map(toPayment)
}

/** Payments opened or settled in a stretch of time, by one way or any. */
export async function listPaymentsBetween(
  tx: Tx,
  { from, to, channel }: { from: Instant; to: Instant; channel?: PaymentChannel },
): Promise<Payment[]> {
  const rows = await payments(tx)
    .where((e) =>
      e.or([
        e.and([e('opened_at', '>=', from), e('opened_at', '<', to)]),
        e.and([e('settled_at', '>=', from), e('settled_at', '<', to)]),
      ]),
    )
    .$if(channel !== undefined, (q) => q.where('channel', '=', channel!))
    .orderBy('opened_at')
    .orderBy('id')
    .execute()
  return rows.map(toPayment)
}

function payments(tx: Tx) {
  return query(tx).selectFrom('payment').selectAll().where('tenant', '=', tx.tenant)
}

type Row = Awaited<ReturnType<ReturnType<typeof payments>['execute']>>[number]

function toPayment(row: Row): Payment {
  return {
    id: row.id,
    dossierId: row.dossier_id,
    ref: row.ref,
    channel: row.channel,
    amount: row.amount,
    status: row.status,
    openedAt: row.opened_at,
    ...(row.expires_at && { expiresAt: row.expires_at }),
    ...(row.settled_at && { settledAt: row.settled_at }),
    openedBy: row.opened_by,
  }
}

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
