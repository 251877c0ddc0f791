import type { Instant } from '@motcua/calendar'
import type { LegalBasis } from '../determination.ts'

/** Why a dossier ended before a result. */
export interface Ending {
  readonly at: Instant
  readonly by: string
  readonly reason: string
  readonly basis: readonly LegalBasis[]
}

/** The applicant's request to stop; an empty reason where none was given. */
export interface Withdrawal extends Ending {
  /** Where it was made: on the portal, or at the counter where an officer wrote it down. */
  readonly asked: 'portal' | 'counter'
}

/** What ends a dossier before its result: the applicant takes it back, or nobody completed it in time. */
export type EndingEvent =
  ({ readonly type: 'DossierWithdrawn' } & Withdrawal) | ({ readonly type: 'DossierClosed' } & Ending)
