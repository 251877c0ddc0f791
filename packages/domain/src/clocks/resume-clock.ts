import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { LegalClock } from '../determination.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { ClocksEvent } from './events.ts'
import { openPause } from './pause.ts'

/** Tính tiếp thời hạn: what was waited for has come. */
export interface ResumeClock {
  readonly at: Instant
  readonly by: string
  readonly note?: string
}

export interface ResumeTerms {
  /** The promise from now on, counted through this pause and those before it. */
  readonly processingClock: LegalClock
}

/** Ends the pause that lasts. A wait for a supplement ends with the supplement, not here. */
export function resumeClock(
  dossier: Dossier,
  { at, by, note }: ResumeClock,
  { processingClock }: ResumeTerms,
): Decision<ClocksEvent> {
  if (dossier.phase !== 'processing')
    return refuse({ code: 'dossier-not-accepted', data: { phase: dossier.phase } })
  if (!openPause(dossier.pauses)) return refuse({ code: 'clock-not-paused' })
  return grant({ type: 'ClockResumed', at, by, ...(note?.trim() && { note: note.trim() }), processingClock })
}
