import type { Instant } from '@motcua/calendar'
import type { LegalBasis, LegalClock } from '../determination.ts'

/** Whose fault a delay is: it decides who apologises (TQ25-25.1). */
export type Fault = 'settling' | 'receiving' | 'coordinating'

/** The apology and re-appointment slip (Phiếu xin lỗi và hẹn lại ngày trả kết quả). */
export interface Apology {
  readonly at: Instant
  readonly by: string
  /** The body that apologises. */
  readonly agencyId: string
  readonly fault: Fault
  readonly reason: string
  /** False where it came after the moment the regulation sets: it is still owed, and the date may not move (AMB-12). */
  readonly timely: boolean
  readonly basis: readonly LegalBasis[]
  /** The promise from now on, where the result is re-appointed. */
  readonly processingClock?: LegalClock
}

/** What is said and re-promised where the promise cannot be kept. */
export type LatenessEvent = { readonly type: 'ApologyIssued' } & Apology
