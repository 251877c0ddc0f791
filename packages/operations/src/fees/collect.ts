import { findPaymentByKey, getDossierForUpdate, openPayment, type PaymentChannel } from '@motcua/db'
import { Refused, type Dossier } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToChange, staffOf } from '../dossier/reach.ts'
import { operation, type Room } from '../operation.ts'
import { mustBeOpen } from './pay-online.ts'
import { newRef, receive } from './receive.ts'

const Taken = z.object({
  /** Chosen by the window, so that pressing twice takes the money once. */
  key: z.uuid(),
  /** Đồng that were taken: all that is owed, no more and no less. */
  amount: z.int().positive(),
})

/** An officer takes cash at the counter; the receipt is written with it (TQ25-17.3, TQ25-26.1b). */
export const collectAtCounter = operation({
  name: 'fees.collectAtCounter',
  may: 'fee:collect',
  input: Taken.extend({ dossierId: z.uuid() }),

  async run(room, { dossierId, key, amount }): Promise<{ paymentId: string }> {
    const dossier = await getDossierToChange(room, dossierId)
    return take(room, dossier, { key, amount, channel: 'counter', source: 'counter' })
  },
})

/** The post takes what is owed for the office and holds it until it is handed over (HN19-11.3a, PT20-28.2). */
export const collectByPost = operation({
  name: 'fees.collectByPost',
  may: 'fee:collect-by-post',
  input: Taken.extend({ dossierId: z.uuid() }),

  async run(room, { dossierId, key, amount }): Promise<{ paymentId: string }> {
    const dossier = await getDossierForUpdate(room.tx, dossierId)
    return take(room, dossier, { key, amount, channel: 'postal', source: 'post' })
  },
})

/** Money in somebody's hand, and who took it by which way. */
interface Taking {
  readonly key: string
  /** Đồng. */
  readonly amount: number
  readonly channel: PaymentChannel
  readonly source: 'counter' | 'post'
}

/** Takes what is owed for a dossier that is locked. The same key is the same money. */
async function take(
  room: Pick<Room, 'tx' | 'tenant' | 'now' | 'actor'>,
  dossier: Dossier,
  taking: Taking,
): Promise<{ paymentId: string }> {
  const { key, amount, channel } = taking
  const before = await findPaymentByKey(room.tx, key)
  if (before) {
    if (before.dossierId !== dossier.id) throw new Refused({ code: 'money-counted' })
    return { paymentId: before.id }
  }
  await mustBeOpen(room, dossier, channel)
  if (amount !== dossier.fee!.amount)
    throw new Refused({ code: 'amount-differs', data: { owed: dossier.fee!.amount, given: amount } })
  await book(room, dossier, { ...taking, by: staffOf(room.actor).fullName })
  return { paymentId: key }
}

/** Enters money that was taken, for a dossier that is locked, with its receipt. */
export async function book(
  room: Pick<Room, 'tx' | 'tenant' | 'now'>,
  dossier: Dossier,
  { key, amount, channel, source, by }: Taking & { readonly by: string },
): Promise<void> {
  const { tx, now } = room
  // The key is the number of the payment: unique among payments, as it is among windows.
  const payment = {
    id: key,
    dossierId: dossier.id,
    ref: newRef(),
    channel,
    amount,
    openedAt: now,
    openedBy: by,
  }
  await openPayment(tx, { ...payment, key })
  await receive(room, dossier, {
    payment: { ...payment, status: 'open' },
    amount,
    source,
    sourceRef: key,
    at: now,
    by,
  })
}
