import type { Instant } from '@motcua/calendar'
import type { Determination, LegalClock } from '../determination.ts'

/** Whose fault a delay is, as the regulations ask it: it decides who apologises (TQ25-25.1). */
export const faults = ['agency', 'receiving-body', 'applicant'] as const
export type Fault = (typeof faults)[number]

/** Who signs an apology: the head of the settling agency, of the receiving one, or the receiving body (TQ25-25.1). */
export type ApologySigner = 'settling-head' | 'receiving-head' | 'receiving-body' | 'agency'

/** The apology and re-appointment slip (Phiếu xin lỗi và hẹn lại ngày trả kết quả). */
export interface Apology {
  readonly at: Instant
  readonly by: string
  /** The body that apologises. */
  readonly agencyId: string
  readonly fault: Fault
  /** Whether the dossier is received at one place and returned at another (TQ25-25.1c). */
  readonly split: boolean
  readonly signer: Determination<ApologySigner | null>
  /** Why it takes longer: the applicant and, where the slip is published, everybody reads it. */
  readonly reason: string
  /** The promise that cannot be kept. */
  readonly dueAt: Instant
  /** The last moment for the apology; null where the law sets none. */
  readonly noticeBy: Determination<Instant | null>
  /** False where it came after that moment: it is still owed, and the date may not move any more (AMB-12). */
  readonly timely: boolean
  /** The promise from now on, where the result is re-appointed. */
  readonly processingClock?: LegalClock
  /** When the office thinks it will be done, where the promise may not be moved. It is no promise. */
  readonly expectedAt?: Instant
  /** Whether the slip is put on the portal for everybody (LA19-11.3). */
  readonly published: Determination<boolean | null>
}

/** How often the result was re-appointed, over the dossier's whole life and under whatever text (AMB-11e, AMB-17). */
export function reappointments(apologies: readonly Apology[] | undefined): number {
  return (apologies ?? []).filter(({ processingClock }) => processingClock !== undefined).length
}
