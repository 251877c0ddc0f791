import type { CivilDate, Instant } from '@motcua/calendar'
import type { Determination, LegalClock } from '../determination.ts'
import type { Applicant, FiledProcedure } from '../dossier/dossier.ts'
import type { CameBy } from '../exchange/came-by.ts'
import type { Fee } from '../fees/fee.ts'
import type { Channel, IntakeMode } from '../words.ts'
import type { Attachment } from './attachment.ts'
import type { Answers } from './form.ts'

/** What happens at the front of the office: a dossier comes in and is taken on, turned away or sent to another body. */
export type IntakeEvent =
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
      readonly cameBy?: CameBy
      readonly receiptDay?: Determination<CivilDate | null>
      readonly intakeClock: LegalClock
      /** What is owed before acceptance. */
      readonly fee?: Fee
    }
  | {
      readonly type: 'IntakeRefused'
      readonly at: Instant
      readonly by: string
      readonly reason: string
      readonly basis: string
    }
  | {
      readonly type: 'DossierRedirected'
      readonly at: Instant
      readonly by: string
      readonly fromAgencyId: string
      readonly toAgencyId: string
      readonly reason: string
      readonly basis: string
      /** The competent body has an intake time of its own. */
      readonly receiptDay?: Determination<CivilDate | null>
      readonly intakeClock: LegalClock
    }
  | {
      readonly type: 'DossierAccepted'
      readonly at: Instant
      readonly by: string
      readonly code: string
      /** The procedure with the case the officer found to apply, where the applicant had chosen another. */
      readonly procedure?: FiledProcedure
      /** No receipt slip was made: it was settled at once and nobody asked for one (PT20-10.1d). */
      readonly withoutSlip?: true
      readonly processingClock: LegalClock
    }
