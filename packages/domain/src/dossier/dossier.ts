import type { CivilDate, Instant } from '@motcua/calendar'
import type { Determination, LegalBasis, LegalClock } from '../determination.ts'
import type { Answers } from '../intake/form.ts'
import type { Attachment } from '../intake/attachment.ts'
import type { Limit } from '../procedure/procedure.ts'
import type { Channel, IntakeMode, ServiceLevel, Timeliness } from '../words.ts'

export interface Applicant {
  /** Account of the person who filed; absent for a dossier brought to the counter. */
  readonly accountId?: string
  readonly fullName: string
  readonly citizenId: string
  readonly phone?: string
  readonly email?: string
  readonly address?: string
}

/** The procedure as it stood when the dossier came in. */
export interface FiledProcedure {
  readonly code: string
  readonly name: string
  readonly field: string
  readonly level: ServiceLevel
  readonly caseId: string
  readonly caseName: string
  readonly limit: Limit
}

/** One thing an applicant must add or mend, with the reason and the law it rests on. */
export interface CompletionItem {
  readonly kind: 'paper' | 'field'
  /** Paper id or field id. */
  readonly ref: string
  readonly label: string
  readonly reason: string
  readonly basis?: string
}

/** What every dossier has, whatever its phase. */
export interface Filed {
  readonly id: string
  /** Number given at submission, for tracking; the dossier code comes at acceptance (AMB-20). */
  readonly submissionNo: string
  readonly procedure: FiledProcedure
  readonly agencyId: string
  readonly applicant: Applicant
  readonly mode: IntakeMode
  readonly answers: Answers
  readonly papers: readonly Attachment[]
  /** Ids of the papers handed in on paper at the counter. */
  readonly handedIn?: readonly string[]
  readonly returnChannel: Channel
  readonly paymentChannel?: Channel
  readonly submittedAt: Instant
  /** Submission counts from 1; each completion is a new attempt with a fresh intake clock (AMB-08). */
  readonly attempt: number
  /** Day on which the office is deemed to have received it, where the province says (LA19-9.1). */
  readonly receiptDay?: Determination<CivilDate | null>
  readonly intakeClock: LegalClock
  // INVARIANT: equals the number of events; `append` is its only writer.
  readonly version: number
}

interface Accepted extends Filed {
  /** Official dossier code (mã hồ sơ); never changes. */
  readonly code: string
  readonly acceptedAt: Instant
  readonly acceptedBy: string
  readonly processingClock: LegalClock
}

/** A dossier (hồ sơ): one shape per phase, so that a state that cannot be has no spelling. */
export type Dossier =
  | (Filed & { readonly phase: 'submitted' })
  | (Filed & {
      readonly phase: 'completion-requested'
      readonly request: {
        readonly at: Instant
        readonly by: string
        readonly items: readonly CompletionItem[]
        readonly note?: string
      }
    })
  | (Filed & {
      readonly phase: 'refused'
      readonly refusal: {
        readonly at: Instant
        readonly by: string
        readonly reason: string
        readonly basis: string
      }
    })
  | (Accepted & { readonly phase: 'processing' })
  | (Accepted & { readonly phase: 'decided'; readonly result: Result })

/** What the office decided. */
export interface Result {
  readonly outcome: 'granted' | 'rejected'
  readonly at: Instant
  readonly by: string
  readonly note?: string
  readonly document?: Attachment
  readonly timeliness: Timeliness
  readonly timelinessBasis: readonly LegalBasis[]
}

export type Phase = Dossier['phase']
