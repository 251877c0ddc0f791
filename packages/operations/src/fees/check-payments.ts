import { randomUUID } from 'node:crypto'
import type { Instant } from '@motcua/calendar'
import {
  enterLedger,
  getDossier,
  getDossierForUpdate,
  getPayment,
  listPayments,
  settlePayment,
  type Database,
  type Payment,
} from '@motcua/db'
import { NotFound, Refused, type Dossier } from '@motcua/domain'
import { z } from 'zod'
import { citizenOf } from '../drafts/own-draft.ts'
import { errand } from '../operation.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { takeNotice } from './bring-notice.ts'
import { GatewayDown, type PaymentGateway } from './gateway.ts'
import { askAt, orderOf } from './pay-online.ts'

/** How a payment stands for the person who comes back from the gateway. */
export interface CameBack {
  state: 'paid' | 'failed' | 'waiting'
  ref: string
  /** Đồng. */
  amount: number
}

/**
 * The payer comes back. What the browser brings is signed but may be old, or the gateway's lie; so the gateway itself
 * is asked, and while it does not answer the payment waits.
 */
export const comeBack = errand({
  name: 'fees.comeBack',
  may: 'fee:own',
  input: z.object({ dossierId: z.uuid(), query: z.string().max(4000) }),

  async run({ db, tenant, actor, now, gateway }, { dossierId, query }): Promise<CameBack> {
    const { accountId } = citizenOf(actor)
    if (!gateway) throw new Refused({ code: 'gateway-missing' })
    const read = async () =>
      db.read(tenant.id, async (tx) => {
        const dossier = await getDossier(tx, dossierId)
        if (dossier.applicant.accountId !== accountId) throw new NotFound('dossier')
        return { dossier, payments: await listPayments(tx, dossierId) }
      })
    const { dossier, payments } = await read()
    const brought = gateway.read(new URLSearchParams(query))
    const payment = payments.find(({ ref }) => ref === brought?.ref)
    if (!payment) throw new NotFound('payment')
    if (payment.status !== 'paid')
      await askAbout({ db, tenant, now, gateway }, dossier, payment).catch((error: unknown) => {
        if (!(error instanceof GatewayDown)) throw error
      })
    const after = (await read()).payments.find(({ id }) => id === payment.id)!
    const state = after.status === 'open' ? 'waiting' : after.status
    return { state, ref: payment.ref, amount: payment.amount }
  },
})

interface Asking {
  readonly db: Database
  readonly tenant: Tenant
  readonly now: Instant
  readonly gateway: PaymentGateway
}

/** Asks the gateway how a payment stands, and takes its answer like any notice. @throws GatewayDown */
export async function askAbout(
  { db, tenant, now, gateway }: Asking,
  dossier: Dossier,
  payment: Payment,
): Promise<void> {
  const requestId = randomUUID().replaceAll('-', '')
  const notice = await gateway.ask(orderOf(payment, dossier), { now, requestId })
  await takeNotice({ db, tenant, now, name: gateway.name }, notice)
}

/**
 * Asks about every open payment online of a dossier. One whose time is over and that the gateway knows no money of is
 * over; should money come for it all the same, it is counted then. @throws GatewayDown, to be tried again later
 */
export async function checkPayments(asking: Asking, dossierId: string): Promise<void> {
  const { db, tenant, now, gateway } = asking
  const { dossier, payments } = await db.read(tenant.id, async (tx) => ({
    dossier: await getDossier(tx, dossierId),
    payments: await listPayments(tx, dossierId),
  }))
  for (const payment of payments.filter(isOpenOnline)) {
    await askAbout(asking, dossier, payment)
    if (payment.expiresAt! <= now) await expire(asking, payment)
  }
}

/** When the gateway has to be asked again: after the last payment that is still open. */
export function nextCheck(payments: readonly Payment[]): Instant | undefined {
  const open = payments.filter(isOpenOnline).map(({ expiresAt }) => askAt(expiresAt!))
  return open.toSorted().at(-1)
}

async function expire({ db, tenant, now }: Asking, { id, dossierId }: Payment): Promise<void> {
  await db.transact(tenant.id, async (tx) => {
    await getDossierForUpdate(tx, dossierId)
    const payment = await getPayment(tx, id)
    if (payment.status !== 'open') return
    const entry = {
      paymentId: id,
      dossierId,
      channel: payment.channel,
      source: 'vnpay',
      at: now,
      by: 'hệ thống',
    }
    await enterLedger(tx, { ...entry, kind: 'failed', amount: 0, detail: { code: 'expired' } })
    await settlePayment(tx, id, { status: 'failed', at: now })
  })
}

function isOpenOnline({ channel, status }: Payment): boolean {
  return channel === 'online' && status === 'open'
}
