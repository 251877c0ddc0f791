/** What windows are given to show of clocks, lateness and alerts. */
import type { Instant } from '@motcua/calendar'
import type {
  ApologySigner,
  Determination,
  LegalClock,
  Limit,
  OfficePauseReason,
  Pause,
  PauseEffect,
  Refusal,
} from '@motcua/domain'
import type { AlertKind } from '../errands/alerts.ts'

export type { AlertKind } from '../errands/alerts.ts'

/** What a pause would do to a dossier's clock, and what ending the one that lasts would. */
export interface PauseView {
  reasons: { reason: OfficePauseReason; effect: Determination<PauseEffect | null> }[]
  lasting?: Pause
  /** The promise if the pause that lasts ended now. */
  after?: LegalClock
}

/** What an apology would be now. */
export interface ApologyView {
  dueAt: Instant
  /** The due moment before any re-appointment. */
  originalDueAt: Instant
  /** Whether it would still be in time. */
  timely: boolean
  noticeBy: Determination<Instant | null>
  /** Re-appointments so far, and how many the law allows in the dossier's life. */
  used: number
  most: Determination<number | null>
  longest: Determination<Limit | null>
  latest: Determination<Instant | null>
  signer: Determination<ApologySigner | null>
  timing: Determination<string | null>
  addressees: Determination<string[] | null>
  form: Determination<string | null>
  published: Determination<boolean | null>
  /** The moment the asked day means. */
  newDueAt?: Instant
  /** Why the date may not move, at all or to the asked day. */
  refusal?: Refusal
}

/** The apologies a province publishes, a page of them, personal data reduced. */
export interface ApologiesView {
  /** Whether the law has them published. */
  duty: Determination<boolean | null>
  rows: ApologyRow[]
  /** Where the next page begins, absent on the last. */
  next?: { at: Instant; dossierId: string }
}

export interface ApologyRow {
  at: Instant
  code: string
  /** The name as a stranger may see it. */
  applicant: string
  procedure: string
  agency: string
  agencyId: string
  dueAt: Instant
  newDueAt: Instant | null
  /** Whether the new date is a promise; otherwise it is what the office expects. */
  moved: boolean
  reason: string
  timely: boolean
}

/** What the desk is told in time. */
export interface AlertView {
  id: string
  kind: AlertKind
  raisedAt: Instant
  dueAt: Instant | null
  /** Working minutes left until it is due; negative once it passed. */
  remainingMinutes: number | null
  dossierId: string
  reference: string
  procedureName: string
  applicantName: string
  agencyName: string
}
