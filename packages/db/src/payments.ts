import type { Instant } from '@motcua/calendar'
import { NotFound } from '@motcua/domain'
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
