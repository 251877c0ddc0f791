import { randomUUID } from 'node:crypto'
import { fromMoment, toMoment, type Instant } from '@motcua/calendar'
import {
  getDossierForUpdate,
  listPayments,
  openPayment,
  putErrandAgain,
  settlePayment,
  type Payment,
  type PaymentChannel,
  type Tx,
} from '@motcua/db'
import { NotFound, Refused, type Dossier } from '@motcua/domain'
import { z } from 'zod'
import { citizenOf } from '../drafts/own-draft.ts'
import { operation, type Room } from '../operation.ts'
import { openWays } from './fee-law.ts'
import type { GatewayOrder } from './gateway.ts'
import { newRef } from './receive.ts'

/** How long a gateway takes a payment that was opened. */
export const onlineMinutes = 15
/** How long after that the gateway is asked: some time for what is on its way. */
const onItsWaySeconds = 60

/** What a payer needs to pay online. */
export interface OnlinePayment {
  paymentId: string
  ref: string
  /** Đồng. */
  amount: number
  gateway: string
  /** Signed address at the gateway. */
  url: string
  expiresAt: Instant
}

/**
 * Opens a payment at the gateway, or leads to the one that is open: two windows and two presses of the button are one
 * payment, and the gateway takes the money of one number once.
 */
export const payOnline = operation({
  name: 'fees.payOnline',
  may: 'fee:own',
  input: z.object({ dossierId: z.uuid(), locale: z.enum(['vi', 'en']).default('vi') }),

  async run(room, { dossierId, locale }): Promise<OnlinePayment> {
    const { tx, actor, now, portal, gateway } = room
    const { accountId, fullName, address } = citizenOf(actor)
    const dossier = await getDossierForUpdate(tx, dossierId)
    if (dossier.applicant.accountId !== accountId) throw new NotFound('dossier')
    await mustBeOpen(room, dossier, 'online')
    if (!gateway) throw new Refused({ code: 'gateway-missing' })
    const payment = await openOrReuse(tx, dossier, { channel: 'online', by: fullName, now })
    const prefix = locale === 'en' ? '/en' : ''
    const url = gateway.payUrl(orderOf(payment, dossier), {
      returnUrl: `${portal}${prefix}/dossiers/${dossierId}/fees/back`,
      address,
      locale,
      now,
    })
    const { id, ref, amount, expiresAt } = payment
    return { paymentId: id, ref, amount, gateway: gateway.name, url, expiresAt: expiresAt! }
  },
})

/** The payment as the gateway is told of it. */
export function orderOf(payment: Payment, { submissionNo }: Pick<Dossier, 'submissionNo'>): GatewayOrder {
  const { ref, amount, openedAt, expiresAt } = payment
  const info = `Nop phi le phi ho so ${submissionNo.replaceAll(/[^0-9A-Za-z]+/g, ' ')}`
  return { ref, amount, info, createdAt: openedAt, expiresAt: expiresAt ?? openedAt }
}

/** @throws Refused where nothing is owed, it is paid, or the law does not open this way */
export async function mustBeOpen(
  { tx, tenant, now }: Pick<Room, 'tx' | 'tenant' | 'now'>,
  dossier: Dossier,
  channel: PaymentChannel,
): Promise<void> {
  if (!dossier.fee) throw new Refused({ code: 'nothing-owed' })
  if (dossier.fee.paid) throw new Refused({ code: 'fee-already-paid', data: { at: dossier.fee.paid.at } })
  if (['refused', 'withdrawn', 'closed'].includes(dossier.phase))
    throw new Refused({ code: 'dossier-over', data: { phase: dossier.phase } })
  const ways = openWays(tenant, dossier, {
    now,
    onlineFailed: onlineFailed(await listPayments(tx, dossier.id)),
  })
  if (!ways.channels.includes(channel))
    throw new Refused({
      code: 'channel-not-allowed',
      data: { channel, allowed: ways.channels, basis: ways.basis },
    })
}

/** Whether paying online did not work the last time it was tried (AMB-27). */
export function onlineFailed(payments: readonly Payment[]): boolean {
  return payments.findLast(({ channel }) => channel === 'online')?.status === 'failed'
}

/** The open payment of this way where it still leads to the money that is owed; otherwise a new one. */
export async function openOrReuse(
  tx: Tx,
  dossier: Dossier,
  { channel, by, now }: { channel: PaymentChannel; by: string; now: Instant },
): Promise<Payment> {
  const amount = dossier.fee!.amount
  const open = (await listPayments(tx, dossier.id)).find(
    (one) => one.channel === channel && one.status === 'open',
  )
  if (open && open.amount === amount && (!open.expiresAt || now < open.expiresAt)) return open
  if (open) await settlePayment(tx, open.id, { status: 'failed', at: now })
  const id = randomUUID()
  const payment: Omit<Payment, 'status'> = {
    id,
    dossierId: dossier.id,
    ref: newRef(),
    channel,
    amount,
    openedAt: now,
    openedBy: by,
    ...(channel === 'online' && { expiresAt: fromMoment(toMoment(now) + onlineMinutes * 60) }),
  }
  await openPayment(tx, { ...payment, key: id })
  if (payment.expiresAt) {
    const dueAt = askAt(payment.expiresAt)
    // Also after an earlier payment of the same dossier, about which the gateway was asked already.
    await putErrandAgain(tx, {
      dossierId: dossier.id,
      eventVersion: dossier.version,
      kind: 'CheckPayments',
      dueAt,
    })
  }
  return { ...payment, status: 'open' }
}

/** When the gateway is asked about a payment that expires. */
export function askAt(expiresAt: Instant): Instant {
  return fromMoment(toMoment(expiresAt) + onItsWaySeconds)
}
