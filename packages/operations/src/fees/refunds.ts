import { enterLedger, getPayment } from '@motcua/db'
import {
  decideRefund as decide,
  payRefund as pay,
  refundChannels,
  refundGrounds,
  refundOf,
  requestRefund as request,
  type Person,
} from '@motcua/domain'
import { z } from 'zod'
import { getDossierToChange, staffOf } from '../dossier/reach.ts'
import { operation, type Room } from '../operation.ts'
import { granted, record } from '../record.ts'
import { refundTermsOf } from './fee-law.ts'

const Which = z.object({ dossierId: z.uuid(), paymentId: z.uuid() })

/** First step of a refund: somebody asks, on the ground the regulation knows (AMB-28). */
export const requestRefund = operation({
  name: 'fees.requestRefund',
  may: 'fee:request-refund',
  input: Which.extend({
    ground: z.enum(refundGrounds),
    reason: z.string().trim().min(1).max(1000),
    cited: z.string().trim().max(300).optional(),
  }),

  async run(room, { dossierId, paymentId, ground, reason, cited }): Promise<void> {
    const { tenant, now } = room
    const dossier = await getDossierToChange(room, dossierId)
    const { fee } = dossier
    const money = [fee?.paid, ...(fee?.surplus ?? [])].find((one) => one?.paymentId === paymentId)
    const terms = refundTermsOf(tenant, dossier, money?.at ?? now)
    const command = { at: now, by: person(room), paymentId, ground, reason, ...(cited && { cited }) }
    await record(room, dossier, request(dossier, command, terms))
  },
})

/** Second step: another person approves, or turns it down with the reason. */
export const decideRefund = operation({
  name: 'fees.decideRefund',
  may: 'fee:approve-refund',
  input: Which.extend({ approved: z.boolean(), note: z.string().trim().max(1000).optional() }),

  async run(room, { dossierId, paymentId, approved, note }): Promise<void> {
    const dossier = await getDossierToChange(room, dossierId)
    const command = { at: room.now, by: person(room), paymentId, approved, ...(note && { note }) }
    await record(room, dossier, decide(dossier, command))
  },
})

/** The money goes back: written into the ledger once, however often it is pressed. */
export const payRefund = operation({
  name: 'fees.payRefund',
  may: 'fee:reconcile',
  input: Which.extend({
    channel: z.enum(refundChannels),
    /** Number of the transfer or of the cash voucher. */
    reference: z.string().trim().min(1).max(60),
  }),

  async run(room, { dossierId, paymentId, channel, reference }): Promise<void> {
    const { tx, now } = room
    const dossier = await getDossierToChange(room, dossierId)
    const by = person(room)
    const decision = pay(dossier, { at: now, by, paymentId, channel, reference })
    granted(decision)
    const payment = await getPayment(tx, paymentId)
    await enterLedger(tx, {
      paymentId,
      dossierId,
      kind: 'refunded',
      amount: -refundOf(dossier.fee?.refunds, paymentId)!.amount,
      channel,
      source: 'refund',
      sourceRef: payment.id,
      at: now,
      by: by.fullName,
      detail: { reference },
    })
    await record(room, dossier, decision)
  },
})

function person({ actor }: Pick<Room, 'actor'>): Person {
  const { accountId, fullName } = staffOf(actor)
  return { accountId, fullName }
}
