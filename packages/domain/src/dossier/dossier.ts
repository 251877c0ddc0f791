import type { CivilDate, Instant } from '@motcua/calendar'
import type { Pause } from '../clocks/pause.ts'
import type { Determination, LegalClock } from '../determination.ts'
import type { Ending, Withdrawal } from '../ending/events.ts'
import type { Fee } from '../fees/fee.ts'
import type { CameBy } from '../exchange/came-by.ts'
import type { Attachment } from '../intake/attachment.ts'
import type { Answers } from '../intake/form.ts'
import type { Custody } from '../postal/custody.ts'
import type { Apology } from '../lateness/apology.ts'
import type { Limit } from '../procedure/procedure.ts'
import type { Work } from '../processing/work.ts'
import type { HandOver, Result } from '../returning/events.ts'
import type { OriginalsCheck } from '../returning/originals.ts'
import type { Channel, IntakeMode, ServiceLevel } from '../words.ts'

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
  /** How often the office asked the applicant for more. */
  readonly requests?: number
  /** What it asked for so far, and what the applicant changed since the filing: `paper:<id>`, `field:<id>` (AMB-10). */
  readonly asked?: readonly string[]
  readonly renewed?: readonly string[]
  /** When its content changed last, where it did after the filing. */
  readonly contentAt?: Instant
  readonly fee?: Fee
  readonly cameBy?: CameBy
  /** Where its paper is, of a dossier the post carries. */
  readonly custody?: Custody
  // INVARIANT: equals the number of events; `append` is its only writer.
  readonly version: number
}

/** What a dossier has once the office took it on. */
export interface Acceptance {
  /** Official dossier code (mã hồ sơ); never changes. */
  readonly code: string
  readonly acceptedAt: Instant
  readonly acceptedBy: string
  /** True of a dossier settled at once whose applicant asked for no receipt slip (PT20-10.1d). */
  readonly withoutSlip?: true
  /** The promise as it stands now. */
  readonly processingClock: LegalClock
  /** The promise on the receipt slip, where a later one took its place (AMB-14). */
  readonly originalDueAt?: Instant | null
  /** In the order they happened; at most the last one lasts. */
  readonly pauses?: readonly Pause[]
  readonly apologies?: readonly Apology[]
  readonly work?: Work
  /** The last comparison with the originals. */
  readonly originals?: OriginalsCheck
}

/** What the office asks an applicant to add or mend. */
export interface CompletionRequest {
  readonly at: Instant
  readonly by: string
  readonly items: readonly CompletionItem[]
  readonly note?: string
  readonly headReason?: string
  /** Until when the applicant has time, where the law says it. */
  readonly window?: LegalClock
}

/** A dossier (hồ sơ): one shape per phase, so that a state that cannot be has no spelling. */
export type Dossier =
  | (Filed & { readonly phase: 'submitted' })
  | (Filed & { readonly phase: 'completion-requested'; readonly request: CompletionRequest })
  | (Filed & { readonly phase: 'refused'; readonly refusal: Turned })
  | AcceptedDossier
  | (Filed & Partial<Acceptance> & { readonly phase: 'withdrawn'; readonly withdrawal: Withdrawal })
  | (Filed & Partial<Acceptance> & { readonly phase: 'closed'; readonly closing: Ending })

/** A dossier the office took on, on its way to a result or with one. */
export type AcceptedDossier =
  | (Filed & Acceptance & { readonly phase: 'processing' })
  | (Filed & Acceptance & { readonly phase: 'supplement-requested'; readonly request: CompletionRequest })
  | (Filed & Acceptance & { readonly phase: 'decided'; readonly result: Result })
  | (Filed &
      Acceptance & { readonly phase: 'returned'; readonly result: Result; readonly handOver: HandOver })

/** Why a dossier was not taken on. */
interface Turned {
  readonly at: Instant
  readonly by: string
  readonly reason: string
  readonly basis: string
}

export type Phase = Dossier['phase']
