import { randomBytes, randomUUID } from 'node:crypto'
import { dateOf, type Instant } from '@motcua/calendar'
import {
  append,
  enterLedger,
  issueReceipt,
  listPayments,
  openPayment,
  settlePayment,
  standsInLedger,
  type Payment,
  type PaymentChannel,
  type Tx,
} from '@motcua/db'
import { receivePayment, type Dossier, type Received } from '@motcua/domain'
import type { Tenant } from '../tenants/tenant.ts'
import { receiptContent } from './fee-receipt.ts'

/** Money that came in, and whose word that is. */
export interface Money {
  readonly payment: Payment
  /** Đồng. */
  readonly amount: number
  /** Who says so, and that one's own number of the movement: it is counted once. */
  readonly source: 'vnpay' | 'bank' | 'counter' | 'post'
  readonly sourceRef: string
  readonly at: Instant
  /** Who took it, in words people read. */
  readonly by: string
  readonly detail?: Readonly<Record<string, unknown>>
}

export type Counted = 'settled' | 'surplus' | 'counted-before'

/**
 * The one place where money is counted. Call it with the dossier locked: ledger, receipt, dossier and payment move
 * together, and the same movement of money told again changes nothing.
 */
export async function receive(
  { tx, tenant, now }: { tx: Tx; tenant: Tenant; now: Instant },
  dossier: Dossier,
  money: Money,
): Promise<{ outcome: Counted; paymentId: string; dossier: Dossier }> {
  const { amount, source, sourceRef, at, by, detail } = money
  if (await standsInLedger(tx, source, sourceRef))
    return { outcome: 'counted-before', paymentId: money.payment.id, dossier }
  const payment = money.payment.status === 'paid' ? await besides(tx, money) : money.payment
  const series = dateOf(now).slice(2, 4)
  const decided = (receiptNo: string): Received => ({
    at,
    paymentId: payment.id,
    channel: payment.channel,
    amount,
    receiptNo,
  })
  const settles = typeOf(dossier, decided('')) === 'FeePaid'
  await enterLedger(tx, {
    paymentId: payment.id,
    dossierId: dossier.id,
    kind: settles ? 'paid' : 'surplus',
    amount,
    channel: payment.channel,
    source,
    sourceRef,
    at,
    by,
    ...(detail && { detail }),
  })
  await settlePayment(tx, payment.id, { status: 'paid', at: now })
  if (settles) await closeOthers(tx, dossier.id, payment.id, now)
  const content = receiptContent(tenant, dossier, { ...decided(''), by, settles })
  const no = await issueReceipt(tx, { paymentId: payment.id, series, at: now, content })
  const decision = receivePayment(dossier, decided(`${series}/${String(no).padStart(7, '0')}`), by)
  const next = await append(tx, dossier, decision.granted ? decision.events : [])
  return { outcome: settles ? 'settled' : 'surplus', paymentId: payment.id, dossier: next }
}

function typeOf(dossier: Dossier, received: Received): string | undefined {
  const decision = receivePayment(dossier, received, '')
  return decision.granted ? decision.events[0]?.type : undefined
}

/** Money came for a payment that has its money: it is a payment of its own. */
async function besides(tx: Tx, { payment, amount, at, by }: Money): Promise<Payment> {
  const id = randomUUID()
  const own = {
    id,
    dossierId: payment.dossierId,
    ref: newRef(),
    channel: payment.channel,
    amount,
    openedAt: at,
    openedBy: by,
  }
  // A dossier has one open payment of each way: the one that stands open now is not in the way of money that is there.
  for (const open of (await listPayments(tx, payment.dossierId)).filter(isOpenBy(payment.channel)))
    await settlePayment(tx, open.id, { status: 'failed', at })
  await openPayment(tx, { ...own, key: id })
  return { ...own, status: 'open' }
}

function isOpenBy(channel: PaymentChannel): (payment: Payment) => boolean {
  return (payment) => payment.status === 'open' && payment.channel === channel
}

/** What was opened by another way leads nowhere any more. Should money come by it all the same, it is surplus. */
async function closeOthers(tx: Tx, dossierId: string, paidId: string, at: Instant): Promise<void> {
  const open = (await listPayments(tx, dossierId)).filter(
    ({ id, status }) => status === 'open' && id !== paidId,
  )
  for (const { id } of open) await settlePayment(tx, id, { status: 'failed', at })
}

const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A number of a payment: short enough to be typed at a bank, and nobody guesses another one from it. */
export function newRef(): string {
  return `HS${[...randomBytes(10)].map((byte) => alphabet[byte % alphabet.length]).join('')}`
}
