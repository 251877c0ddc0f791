import { getDossier, ledgerOf, listPayments, logRead, type LedgerEntry, type Payment } from '@motcua/db'
import { feeOwed, NotFound, type Channel, type Dossier, type Fee, type LegalBasis } from '@motcua/domain'
import { ask } from '@motcua/dsl'
import { z } from 'zod'
import { citizenOf } from '../drafts/own-draft.ts'
import { agencyOfDossier } from '../dossier/own-view.ts'
import { getDossierAtDesk } from '../dossier/reach.ts'
import { operation, reading, type Room } from '../operation.ts'
import { feeTermsOfDossier, openWays, refundRule } from './fee-law.ts'
import { onlineFailed } from './pay-online.ts'
import type { Tenant } from '../tenants/tenant.ts'
import type { Instant } from '@motcua/calendar'

/** What is owed for a dossier, how it may be paid, and what was paid. */
export interface FeeView {
  dossierId: string
  submissionNo: string
  code?: string
  procedureName: string
  agencyName: string
  phase: Dossier['phase']
  /** Undefined where nothing was asked for. */
  fee?: Fee
  /** Đồng that will be asked for at acceptance, where the fee is due before the result and is not asked for yet. */
  ahead?: number
  /** Ways open now, with the articles that open them; none once it is paid. */
  ways: { channels: Channel[]; basis: LegalBasis[]; silent: boolean }
  /** Where the regulation sends payments online to the national portal (TQ25-26.2). */
  nationalPortalUrl?: string
  /** The account for transfers, where it is published. */
  account?: { bank: string; number: string; holder: string }
  /** Name of the gateway, where the province has one. */
  gateway?: string
  /** The number a transfer must name, where one was opened. */
  transferRef?: string
  /** Whether a payment online is on its way. */
  waiting: boolean
  /** The articles by which money goes back when the agency fails (AMB-28); absent where the regulation is silent. */
  refundBasis?: LegalBasis[]
}

/** A dossier's fee, for its applicant. */
export const ownFee = reading({
  name: 'fees.own',
  may: 'fee:own',
  input: z.object({ dossierId: z.uuid() }),

  async run(room, { dossierId }): Promise<FeeView> {
    const dossier = await getDossier(room.tx, dossierId)
    if (dossier.applicant.accountId !== citizenOf(room.actor).accountId) throw new NotFound('dossier')
    return viewOf(room, dossier, await listPayments(room.tx, dossierId))
  },
})

/** The same at the desk, with every try to pay and the ledger. The reading is logged. */
export interface DeskFeeView extends FeeView {
  applicantName: string
  payments: Payment[]
  ledger: LedgerEntry[]
}

export const deskFee = operation({
  name: 'fees.atDesk',
  may: 'fee:read',
  input: z.object({ dossierId: z.uuid() }),

  async run(room, { dossierId }): Promise<DeskFeeView> {
    const { tx, actor, now } = room
    const dossier = await getDossierAtDesk(room, dossierId)
    await logRead(tx, { actor, thing: 'dossier', thingId: dossierId, why: 'fees.atDesk', at: now })
    const [payments, ledger] = await Promise.all([listPayments(tx, dossierId), ledgerOf(tx, dossierId)])
    const applicantName = dossier.applicant.fullName
    return { ...viewOf(room, dossier, payments), applicantName, payments, ledger }
  },
})

function viewOf({ tenant, now, gateway }: Room, dossier: Dossier, payments: readonly Payment[]): FeeView {
  const { fee } = dossier
  const open = fee && !fee.paid && !['refused', 'withdrawn', 'closed'].includes(dossier.phase)
  const ways = openWays(tenant, dossier, { now, onlineFailed: onlineFailed(payments) })
  const flow = ask(tenant.rules, 'payment.flow', { asOf: now }).answer
  const portal = flow === 'national-portal' ? tenant.manifest.nationalPortalUrl : undefined
  const account = tenant.manifest.payment?.account
  const refund = refundRule(tenant, now)
  const transfer = payments.find(({ channel, status }) => channel === 'bank-transfer' && status === 'open')
  return {
    dossierId: dossier.id,
    submissionNo: dossier.submissionNo,
    ...('code' in dossier && dossier.code && { code: dossier.code }),
    procedureName: dossier.procedure.name,
    agencyName: agencyOfDossier(tenant, dossier).name,
    phase: dossier.phase,
    ...(fee && { fee }),
    ...aheadOf(tenant, dossier, now),
    ways: open
      ? { channels: [...ways.channels], basis: [...ways.basis], silent: ways.silent }
      : { channels: [], basis: [], silent: false },
    ...(portal && { nationalPortalUrl: portal }),
    ...(account && { account }),
    ...(gateway && { gateway: gateway.name }),
    ...(transfer && { transferRef: transfer.ref }),
    waiting: payments.some(({ channel, status }) => channel === 'online' && status === 'open'),
    ...(refund && { refundBasis: [...refund] }),
  }
}

/** What the table says will be asked for at acceptance: said before, so that nobody is surprised. */
function aheadOf(tenant: Tenant, dossier: Dossier, now: Instant): Pick<FeeView, 'ahead'> {
  const waits = dossier.phase === 'submitted' || dossier.phase === 'completion-requested'
  const owed = waits && !dossier.fee ? feeOwed(feeTermsOfDossier(tenant, dossier, now)) : undefined
  return owed ? { ahead: owed.amount } : {}
}
