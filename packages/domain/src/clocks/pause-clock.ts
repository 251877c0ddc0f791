import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { Determination } from '../determination.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { Attachment } from '../intake/attachment.ts'
import type { ClocksEvent } from './events.ts'
import { openPause, stops, type OfficePauseReason, type PauseEffect } from './pause.ts'

/** Tạm dừng thời hạn: the office has to wait for somebody else, and puts down for whom and by which document. */
export interface PauseClock {
  readonly at: Instant
  readonly by: string
  readonly reason: OfficePauseReason
  /** What is waited for, in the office's words; the applicant reads it. */
  readonly note: string
  /** Number and date of the paper it rests on, as written: `12/CV-UBND ngày 03/8/2026`. */
  readonly documentNo: string
  readonly document?: Attachment
}

export interface PauseTerms {
  /** What the law in force says a pause of this reason does to the clock; null where it says nothing (AMB-09). */
  readonly effect: Determination<PauseEffect | null>
}

/**
 * Records that the office waits. Whether the clock stands still is the law's to say: where it says nothing, the time
 * runs on (AMB-36). A clock that has run out is not stopped any more: what is late stays late.
 */
export function pauseClock(dossier: Dossier, command: PauseClock, terms: PauseTerms): Decision<ClocksEvent> {
  if (dossier.phase !== 'processing')
    return refuse({ code: 'dossier-not-accepted', data: { phase: dossier.phase } })
  const lasting = openPause(dossier.pauses)
  if (lasting) return refuse({ code: 'clock-paused', data: { from: lasting.from, reason: lasting.reason } })
  const { dueAt } = dossier.processingClock
  if (stops(terms.effect.answer) && dueAt !== null && command.at >= dueAt)
    return refuse({ code: 'clock-run-out', data: { dueAt } })
  if (!command.note.trim()) return refuse({ code: 'reason-missing' })
  if (!command.documentNo.trim()) return refuse({ code: 'document-missing' })
  return grant({ type: 'ClockPaused', ...command, ...terms })
}
