import type { Instant } from '@motcua/calendar'
import type { LegalBasis } from '../determination.ts'
import type { Attachment } from '../intake/attachment.ts'
import type { Channel, Timeliness } from '../words.ts'
import type { OriginalsCheck } from './originals.ts'

/** What the office decided, as it was recorded. */
export interface Decided {
  readonly outcome: 'granted' | 'rejected'
  readonly at: Instant
  readonly by: string
  readonly note?: string
  readonly document?: Attachment
  readonly timeliness: Timeliness
  readonly timelinessBasis: readonly LegalBasis[]
}

/** The signature the office put on a result. */
export interface ResultSeal {
  readonly at: Instant
  /** Who pressed the button. */
  readonly by: string
  /** Whose certificate it is, and its serial number. */
  readonly signer: string
  readonly serial: string
}

/** What was wrong with a result and took its place, at the office's cost (ND61 art. 21). */
export interface Correction {
  readonly at: Instant
  readonly by: string
  readonly reason: string
  /** The document that was wrong. */
  readonly replaced?: Attachment
}

/** A result as it stands: what was decided, whether it bears the office's signature, and what became of it since. */
export interface Result extends Decided {
  readonly seal?: ResultSeal
  /** The applicant was told that it may be fetched before the appointed day (ND61 art. 20.4). */
  readonly announced?: { readonly at: Instant; readonly by: string; readonly how: Channel }
  /** The first thing first. */
  readonly corrections?: readonly Correction[]
}

/** Papers by which a person shows who they are when they fetch a result. */
export const identityPapers = ['citizen-card', 'electronic-identity', 'passport', 'other-paper'] as const
export type IdentityPaper = (typeof identityPapers)[number]

/** How a result came into the applicant's hands. */
export interface HandOver {
  readonly at: Instant
  readonly by: string
  readonly channel: Channel
  /** Who took it, where a person did, and by what they showed who they are. */
  readonly to?: string
  readonly identity?: IdentityPaper
  /** The mandate of who took it for the applicant. */
  readonly mandate?: string
  /** Number of the consignment, receipt or message that proves it. */
  readonly proof?: string
  /** Why it took another way than the applicant had chosen. */
  readonly change?: string
}

/** What is decided and how it reaches the applicant. */
export type ReturningEvent =
  | ({ readonly type: 'ResultRecorded' } & Decided)
  | ({ readonly type: 'OriginalsCompared' } & OriginalsCheck)
  | ({ readonly type: 'ResultSealed'; readonly document: Attachment } & ResultSeal)
  | {
      readonly type: 'ResultAnnounced'
      readonly at: Instant
      readonly by: string
      readonly how: Channel
      readonly note?: string
    }
  | {
      readonly type: 'ResultCorrected'
      readonly at: Instant
      readonly by: string
      readonly reason: string
      /** The right document; none where the result is paper only. */
      readonly document?: Attachment
    }
  | ({ readonly type: 'ResultHandedOver' } & HandOver)
