import { getDossier, getReceipt, logRead } from '@motcua/db'
import { NotFound, type Dossier, type FeeLine, type Received } from '@motcua/domain'
import type { Instant } from '@motcua/calendar'
import { ask } from '@motcua/dsl'
import { z } from 'zod'
import { agencyOfDossier } from '../dossier/own-view.ts'
import { reaches } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { dongInWords } from './dong-in-words.ts'

/** Biên lai thu phí, lệ phí: what it says, as it was written when the money came. */
export interface FeeReceiptView {
  series: string
  no: string
  issuedAt: Instant
  /** Electronic where the regulation says so (TQ25-17.2, TQ25-17.3); this house knows no other. */
  form: 'electronic'
  agency: string
  province: string
  payer: string
  dossier: { submissionNo: string; code?: string; procedure: string }
  lines: FeeLine[]
  amount: number
  amountInWords: string
  channel: Received['channel']
  paidAt: Instant
  collectedBy: string
  /** True of money that is nobody's fee and goes back. */
  surplus: boolean
}

/** What a receipt keeps. */
export function receiptContent(
  tenant: Tenant,
  dossier: Dossier,
  { amount, channel, at, by, settles }: Received & { by: string; settles: boolean },
): Omit<FeeReceiptView, 'series' | 'no' | 'issuedAt'> {
  return {
    form: 'electronic',
    agency: agencyOfDossier(tenant, dossier).name,
    province: tenant.manifest.name,
    payer: dossier.applicant.fullName,
    dossier: {
      submissionNo: dossier.submissionNo,
      ...('code' in dossier && dossier.code && { code: dossier.code }),
      procedure: dossier.procedure.name,
    },
    lines: settles ? [...dossier.fee!.lines] : [],
    amount,
    amountInWords: dongInWords(amount),
    channel,
    paidAt: at,
    collectedBy: by,
    surplus: !settles,
  }
}

/** A receipt, for the person it was given to and for staff of the body. */
export const feeReceipt = operation({
  name: 'fees.receipt',
  may: 'slip:read',
  input: z.object({ dossierId: z.uuid(), paymentId: z.uuid() }),

  async run({ tx, tenant, actor, now }, { dossierId, paymentId }): Promise<FeeReceiptView> {
    const dossier = await getDossier(tx, dossierId)
    if (actor.kind === 'citizen' && dossier.applicant.accountId !== actor.accountId)
      throw new NotFound('receipt')
    if (actor.kind === 'staff') {
      if (!reaches(tenant, actor, dossier)) throw new NotFound('receipt')
      await logRead(tx, { actor, thing: 'dossier', thingId: dossierId, why: 'fees.receipt', at: now })
    }
    const received = [dossier.fee?.paid, ...(dossier.fee?.surplus ?? [])]
    if (!received.some((one) => one?.paymentId === paymentId)) throw new NotFound('receipt')
    const { series, no, issuedAt, content } = await getReceipt(tx, paymentId)
    return {
      ...(content as Omit<FeeReceiptView, 'series' | 'no' | 'issuedAt'>),
      series,
      no: String(no).padStart(7, '0'),
      issuedAt,
    }
  },
})

/** In which forms receipts are owed to the applicant (TQ25-30.1đ). */
export function receiptForms(tenant: Tenant, asOf: Instant): readonly string[] {
  return (ask(tenant.rules, 'payment.receiptForms', { asOf }).answer ?? []) as string[]
}
