import type { Instant } from '@motcua/calendar'
import type { LegalBasis } from '../determination.ts'

/**
 * Why money goes back: the agency could not perform the service (AMB-28), another law says so and is cited, or it was
 * no fee at all because it came twice.
 */
export const refundGrounds = ['agency-failed', 'other-law', 'surplus'] as const
export type RefundGround = (typeof refundGrounds)[number]

/** A member of staff who answers for one of the two steps. */
export interface Person {
  readonly accountId: string
  readonly fullName: string
}

/** Hoàn trả phí, lệ phí: asked for by one person, decided by another, then paid out. */
export interface Refund {
  readonly paymentId: string
  /** Đồng. */
  readonly amount: number
  readonly ground: RefundGround
  readonly reason: string
  readonly basis: readonly LegalBasis[]
  /** The act that gives the right, where it is another law than the province's regulation. */
  readonly cited?: string
  readonly requestedAt: Instant
  readonly requestedBy: Person
  readonly decision?: {
    readonly approved: boolean
    readonly at: Instant
    readonly by: Person
    readonly note?: string
  }
  readonly paidOut?: {
    readonly at: Instant
    readonly by: Person
    readonly channel: RefundChannel
    /** Number of the transfer or of the cash voucher. */
    readonly reference: string
  }
}

export const refundChannels = ['bank-transfer', 'counter'] as const
export type RefundChannel = (typeof refundChannels)[number]

/** The refund of a payment that was not turned down. */
export function refundOf(refunds: readonly Refund[] | undefined, paymentId: string): Refund | undefined {
  return refunds?.find((refund) => refund.paymentId === paymentId && refund.decision?.approved !== false)
}
