import type { Instant } from '@motcua/calendar'
import { openPause, type PauseEffect } from '../clocks/pause.ts'
import { grant, refuse, type Decision } from '../decision.ts'
import type { Determination, LegalClock } from '../determination.ts'
import type { CompletionItem, Dossier } from '../dossier/dossier.ts'
import type { EventOf } from '../dossier/events.ts'
import { refusalToAsk, type AskingTerms } from './asking-again.ts'

/** Phiếu yêu cầu bổ sung: after acceptance the office finds that something is missing or wrong. */
export interface RequestSupplement {
  readonly at: Instant
  readonly by: string
  readonly items: readonly CompletionItem[]
  readonly note?: string
  /** Given by the head of the section only. */
  readonly headReason?: string
}

export interface SupplementTerms extends AskingTerms {
  /** Until when the office may send a dossier back; null where the law sets no time (ND61 19.4, ND118 19.5). */
  readonly noticeDue: Determination<Instant | null>
  /** What the waiting does to the processing time (AMB-09). */
  readonly effect: Determination<PauseEffect | null>
  /** How long the applicant has; absent where the law does not say. */
  readonly window?: LegalClock
}

/**
 * Sends an accepted dossier back with the whole list of what to add. Past the days the law gives for that, only the
 * head may, with a reason that is kept: the applicant must not be left without a lawful outcome.
 */
export function requestSupplement(
  dossier: Dossier,
  command: RequestSupplement,
  terms: SupplementTerms,
): Decision<EventOf<'SupplementRequested'>> {
  if (dossier.phase !== 'processing')
    return refuse({ code: 'dossier-not-in-processing', data: { phase: dossier.phase } })
  const pause = openPause(dossier.pauses)
  if (pause) return refuse({ code: 'clock-already-paused', data: { reason: pause.reason, from: pause.from } })
  const refusal = refusalToAsk(dossier, command, terms)
  if (refusal) return refusal
  const { answer: noticeDueAt, basis } = terms.noticeDue
  if (noticeDueAt !== null && command.at > noticeDueAt && !command.headReason?.trim())
    return refuse({ code: 'supplement-too-late', data: { dueAt: noticeDueAt, basis } })
  const { effect, window } = terms
  return grant({ type: 'SupplementRequested', ...command, effect, ...(window && { window }) })
}
