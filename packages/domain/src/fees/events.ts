import type { Instant } from '@motcua/calendar'
import type { Channel } from '../words.ts'
import type { Fee } from './fee.ts'

/** What is asked for and paid. Each movement of money stands in the ledger of payments as well. */
export type FeesEvent =
  | {
      readonly type: 'FeeDemanded'
      readonly at: Instant
      readonly by: string
      readonly fee: Omit<Fee, 'demandedAt' | 'paid'>
    }
  | {
      readonly type: 'FeePaid'
      readonly at: Instant
      readonly by: string
      readonly paymentId: string
      readonly channel: Channel
      /** Đồng. */
      readonly amount: number
    }
