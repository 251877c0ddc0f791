import type { Instant } from '@motcua/calendar'
import type { Fee, Received } from './fee.ts'
import type { Refund } from './refund.ts'

/** What is asked for, paid and paid back. Each movement of money stands in the ledger of payments as well. */
export type FeesEvent =
  | {
      readonly type: 'FeeDemanded'
      readonly at: Instant
      readonly by: string
      /** What is owed from now on; it takes the place of what was asked for before. */
      readonly fee: Omit<Fee, 'demandedAt' | 'paid' | 'surplus' | 'refunds'>
      /** Why it was worked out anew. */
      readonly reason?: string
    }
  | {
      readonly type: 'FeeLifted'
      readonly at: Instant
      readonly by: string
      /** Why nothing is owed. */
      readonly reason: string
    }
  | ({ readonly type: 'FeePaid'; readonly by: string } & Received)
  | ({ readonly type: 'FeeOverpaid'; readonly by: string } & Received)
  | ({ readonly type: 'RefundRequested'; readonly at: Instant; readonly by: string } & {
      readonly refund: Omit<Refund, 'decision' | 'paidOut'>
    })
  | {
      readonly type: 'RefundDecided'
      readonly at: Instant
      readonly by: string
      readonly paymentId: string
      readonly decision: NonNullable<Refund['decision']>
    }
  | {
      readonly type: 'FeeRefunded'
      readonly at: Instant
      readonly by: string
      readonly paymentId: string
      /** Đồng. */
      readonly amount: number
      readonly paidOut: NonNullable<Refund['paidOut']>
    }
