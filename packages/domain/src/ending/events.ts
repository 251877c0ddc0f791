import type { Instant } from '@motcua/calendar'
import type { LegalBasis } from '../determination.ts'

/** Why a dossier ended before a result. */
export interface Ending {
  readonly at: Instant
  readonly by: string
  readonly reason: string
  readonly basis: readonly LegalBasis[]
}

/** What ends a dossier before its result: the applicant takes it back, or nobody completed it in time. */
export type EndingEvent =
  ({ readonly type: 'DossierWithdrawn' } & Ending) | ({ readonly type: 'DossierClosed' } & Ending)
