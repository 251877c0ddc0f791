import {
  enterLedger,
  findPaymentByRef,
  getDossierForUpdate,
  settlePayment,
  type Database,
  type Payment,
} from '@motcua/db'
import type { Instant } from '@motcua/calendar'
import { Refused } from '@motcua/domain'
import { z } from 'zod'
import { errand } from '../operation.ts'
import type { Tenant } from '../tenants/tenant.ts'
import type { GatewayNotice } from './gateway.ts'
import { receive } from './receive.ts'

/** What VNPAY is answered: 00 and 02 end it, after the others it calls again. */
export interface NoticeAnswer {
  RspCode: '00' | '01' | '02' | '04' | '97'
  Message: string
}

const answers = {
  confirmed: { RspCode: '00', Message: 'Confirm Success' },
  unknown: { RspCode: '01', Message: 'Order not found' },
  before: { RspCode: '02', Message: 'Order already confirmed' },
  amount: { RspCode: '04', Message: 'Invalid amount' },
  signature: { RspCode: '97', Message: 'Invalid Checksum' },
} as const satisfies Record<string, NoticeAnswer>

/**
 * Takes a notice of the gateway (IPN), whoever brings it, however often and in whatever order: it is believed for its
 * signature, and the money it tells of is counted once.
 */
export const bringNotice = errand({
  name: 'fees.bringNotice',
  may: 'fee:bring-notice',
  input: z.object({ query: z.string().max(4000) }),

  async run({ db, tenant, now, gateway }, { query }): Promise<NoticeAnswer> {
    if (!gateway) throw new Refused({ code: 'gateway-missing' })
    const notice = gateway.read(new URLSearchParams(query))
    if (!notice) return answers.signature
    return takeNotice({ db, tenant, now, name: gateway.name }, notice)
  },
})

/** A notice whose signature was believed, or an answer to a question of ours. */
export async function takeNotice(
  { db, tenant, now, name }: { db: Database; tenant: Tenant; now: Instant; name: string },
  notice: GatewayNotice,
): Promise<NoticeAnswer> {
  return db.transact(tenant.id, async (tx) => {
    const found = await findPaymentByRef(tx, notice.ref)
    if (!found || found.channel !== 'online') return answers.unknown
    // Locked in this order everywhere: the dossier, then what belongs to it.
    const dossier = await getDossierForUpdate(tx, found.dossierId)
    const payment = (await findPaymentByRef(tx, notice.ref))!
    const detail = { code: notice.code, ...(notice.bankCode && { bankCode: notice.bankCode }) }
    const entry = { ...about(payment), at: now, by: name, source: 'vnpay' }
    if (notice.outcome === 'pending') return answers.confirmed
    if (notice.outcome === 'failed') {
      if (payment.status !== 'open') return answers.before
      await enterLedger(tx, { ...entry, kind: 'failed', amount: 0, detail })
      await settlePayment(tx, payment.id, { status: 'failed', at: now })
      return answers.confirmed
    }
    if (notice.amount !== payment.amount) {
      const told = { ...detail, amount: String(notice.amount), gatewayNo: notice.gatewayNo ?? '' }
      const sourceRef = `${notice.ref}/${notice.gatewayNo ?? 0}/refused`
      await enterLedger(tx, { ...entry, kind: 'notice-refused', amount: 0, sourceRef, detail: told })
      return answers.amount
    }
    const { outcome } = await receive({ tx, tenant, now }, dossier, {
      payment,
      amount: notice.amount,
      source: 'vnpay',
      sourceRef: `${notice.ref}/${notice.gatewayNo ?? 0}`,
      // The day it was paid decides by which rule it may go back (AMB-17.5); a day to come is no day.
      at: notice.paidAt && notice.paidAt < now ? notice.paidAt : now,
      by: name,
      detail,
    })
    return outcome === 'counted-before' ? answers.before : answers.confirmed
  })
}

function about({ id, dossierId, channel }: Payment) {
  return { paymentId: id, dossierId, channel }
}
