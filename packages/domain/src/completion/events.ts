import type { CivilDate, Instant } from '@motcua/calendar'
import type { PauseEffect } from '../clocks/pause.ts'
import type { Determination, LegalClock } from '../determination.ts'
import type { CompletionItem } from '../dossier/dossier.ts'
import type { Attachment } from '../intake/attachment.ts'
import type { Answers } from '../intake/form.ts'

/** The dossier as it is after something was added to it: whole, not only what changed. */
interface Supplied {
  readonly at: Instant
  readonly answers: Answers
  readonly papers: readonly Attachment[]
  readonly handedIn?: readonly string[]
}

interface Asked {
  readonly at: Instant
  readonly by: string
  readonly items: readonly CompletionItem[]
  readonly note?: string
  /** Why the head lets the office ask again where it may ask once (AMB-10). */
  readonly headReason?: string
}

/** What the office asks for and the applicant adds or changes, before acceptance (completion) and after it (supplement). */
export type CompletionEvent =
  | ({ readonly type: 'CompletionRequested' } & Asked)
  | ({
      readonly type: 'CompletionSupplied'
      readonly receiptDay?: Determination<CivilDate | null>
      readonly intakeClock: LegalClock
    } & Supplied)
  | ({
      readonly type: 'SupplementRequested'
      /** What the waiting does to the processing time, as the law in force says (AMB-09). */
      readonly effect: Determination<PauseEffect | null>
      /** Until when the applicant has time, where the law says it. */
      readonly window?: LegalClock
    } & Asked)
  | ({ readonly type: 'SupplementSupplied'; readonly processingClock: LegalClock } & Supplied)
  | ({
      readonly type: 'DossierAmended'
      readonly by: string
      readonly reason?: string
      /** Of a dossier amended before acceptance: the office checks it anew (AMB-08). */
      readonly intakeClock?: LegalClock
      readonly receiptDay?: Determination<CivilDate | null>
    } & Supplied)
