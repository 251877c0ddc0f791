import type { Instant } from '@motcua/calendar'
import type { LegalBasis } from '../determination.ts'
import type { Channel } from '../words.ts'

/** What an applicant owes for a dossier (phí, lệ phí), and whether it was paid. */
export interface Fee {
  /** Đồng, whole. */
  readonly amount: number
  /** What must not happen before it is paid. */
  readonly before: 'acceptance' | 'result'
  readonly basis: readonly LegalBasis[]
  readonly demandedAt: Instant
  readonly paid?: { readonly at: Instant; readonly paymentId: string; readonly channel: Channel }
}
