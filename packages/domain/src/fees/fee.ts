import type { Instant } from '@motcua/calendar'
import type { LegalBasis } from '../determination.ts'
import type { Channel } from '../words.ts'
import type { FeeLine } from './fee-rate.ts'
import type { Refund } from './refund.ts'

/** Money that came in for a dossier. */
export interface Received {
  readonly at: Instant
  readonly paymentId: string
  readonly channel: Channel
  /** Đồng. */
  readonly amount: number
  /** Number of the receipt that was given for it. */
  readonly receiptNo: string
}

/** What an applicant owes for a dossier (phí, lệ phí), and whether it was paid. */
export interface Fee {
  /** Đồng, whole. */
  readonly amount: number
  readonly lines: readonly FeeLine[]
  /** What must not happen before it is paid. */
  readonly before: 'acceptance' | 'result'
  readonly basis: readonly LegalBasis[]
  readonly demandedAt: Instant
  /** The group of people it was worked out for, where the office found one to fit. */
  readonly forWhom?: string
  readonly paid?: Received
  /** Money that came besides, by paying twice or too late: it is nobody's fee and goes back. */
  readonly surplus?: readonly Received[]
  readonly refunds?: readonly Refund[]
}

/** Whether a fee that is not paid yet stands before this act. */
export function feeStandsBefore(fee: Fee | undefined, act: Fee['before']): boolean {
  return fee !== undefined && !fee.paid && fee.before === act
}
