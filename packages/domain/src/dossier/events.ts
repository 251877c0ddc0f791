import type { CivilDate, Instant } from '@motcua/calendar'
import type { Determination, LegalBasis, LegalClock } from '../determination.ts'
import type { Answers } from '../intake/form.ts'
import type { Attachment } from '../intake/attachment.ts'
import type { Channel, IntakeMode, Timeliness } from '../words.ts'
import type { Applicant, CompletionItem, FiledProcedure } from './dossier.ts'

/** What happened to a dossier, in the past tense, kept for ever. */
export type DossierEvent =
  | {
      readonly type: 'DossierSubmitted'
      /** The dossier that begins. */
      readonly id: string
      readonly at: Instant
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
      readonly receiptDay?: Determination<CivilDate | null>
      readonly intakeClock: LegalClock
    }
  | {
      readonly type: 'CompletionRequested'
      readonly at: Instant
      readonly by: string
      readonly items: readonly CompletionItem[]
      readonly note?: string
    }
  | {
      readonly type: 'CompletionSupplied'
      readonly at: Instant
      readonly answers: Answers
      readonly papers: readonly Attachment[]
      readonly handedIn?: readonly string[]
      readonly receiptDay?: Determination<CivilDate | null>
      readonly intakeClock: LegalClock
    }
  | {
      readonly type: 'IntakeRefused'
      readonly at: Instant
      readonly by: string
      readonly reason: string
      readonly basis: string
    }
  | {
      readonly type: 'DossierAccepted'
      readonly at: Instant
      readonly by: string
      readonly code: string
      /** The procedure with the case the officer found to apply, where the applicant had chosen another. */
      readonly procedure?: FiledProcedure
      readonly processingClock: LegalClock
    }
  | {
      readonly type: 'ResultRecorded'
      readonly at: Instant
      readonly by: string
      readonly outcome: 'granted' | 'rejected'
      readonly note?: string
      readonly document?: Attachment
      readonly timeliness: Timeliness
      readonly timelinessBasis: readonly LegalBasis[]
    }

export type DossierEventType = DossierEvent['type']
