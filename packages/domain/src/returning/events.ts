import type { Instant } from '@motcua/calendar'
import type { LegalBasis } from '../determination.ts'
import type { Attachment } from '../intake/attachment.ts'
import type { Channel, Timeliness } from '../words.ts'

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

/** How a result came into the applicant's hands. */
export interface HandOver {
  readonly at: Instant
  readonly by: string
  readonly channel: Channel
  /** Who took it, where a person did. */
  readonly to?: string
  /** Number of the consignment, receipt or message that proves it. */
  readonly proof?: string
}

/** What is decided and how it reaches the applicant. */
export type ReturningEvent =
  ({ readonly type: 'ResultRecorded' } & Result) | ({ readonly type: 'ResultHandedOver' } & HandOver)
