import type { Instant } from '@motcua/calendar'
import type { Determination, LegalClock } from '../determination.ts'
import type { Attachment } from '../intake/attachment.ts'
import type { PauseEffect } from './pause.ts'

/** What stops and starts the processing clock. */
export type ClocksEvent =
  | {
      readonly type: 'ClockPaused'
      readonly at: Instant
      readonly by: string
      /** As the regulations name it. */
      readonly reason: string
      readonly note?: string
      /** Number and date of the paper it rests on, as written. */
      readonly documentNo?: string
      readonly document?: Attachment
      readonly effect: Determination<PauseEffect | null>
    }
  | {
      readonly type: 'ClockResumed'
      readonly at: Instant
      readonly by: string
      readonly note?: string
      /** The promise from now on. */
      readonly processingClock: LegalClock
    }
