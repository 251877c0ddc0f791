import type { Instant } from '@motcua/calendar'
import type { Refusal } from '../decision.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { Work } from './work.ts'

/** A dossier that is worked on, and until when the applicant was promised its result. */
export interface AtWork {
  readonly work: Work
  readonly promisedAt: Instant | null
}

/** The work on a dossier, where it is being worked on; or why it is not. */
export function workOf(dossier: Dossier): AtWork | Refusal {
  if (dossier.phase !== 'processing') return { code: 'not-in-processing', data: { phase: dossier.phase } }
  if (!dossier.work) return { code: 'work-not-started' }
  return { work: dossier.work, promisedAt: dossier.processingClock.dueAt }
}

/** The same for the one who holds the present step; or why it is not theirs. */
export function workAt(dossier: Dossier, accountId: string): AtWork | Refusal {
  const at = workOf(dossier)
  if ('code' in at) return at
  const { holder } = at.work
  if (!holder) return { code: 'step-not-taken' }
  if (holder.accountId !== accountId) return { code: 'not-your-step', data: { holder: holder.fullName } }
  return at
}
