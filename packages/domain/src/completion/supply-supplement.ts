import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { LegalClock } from '../determination.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { EventOf } from '../dossier/events.ts'
import type { Content } from './changes.ts'
import { checkContent, type ContentTerms } from './supplied-content.ts'

/** Nộp bổ sung sau tiếp nhận: the content as it is now, whole, not only what changed. */
export interface SupplySupplement extends Content {
  readonly at: Instant
}

export interface SupplementSupplyTerms extends ContentTerms {
  /** The promise from now on, as the law counts the time waited (AMB-09). */
  readonly processingClock: LegalClock
}

/** Takes in what was asked for after acceptance: the code stays, the office works on. */
export function supplySupplement(
  dossier: Dossier,
  command: SupplySupplement,
  terms: SupplementSupplyTerms,
): Decision<EventOf<'SupplementSupplied'>> {
  if (dossier.phase !== 'supplement-requested') return refuse({ code: 'completion-not-requested' })
  const handedIn = command.handedIn ?? dossier.handedIn ?? []
  const checked = checkContent({ ...command, handedIn }, terms, dossier.request.items)
  if (!checked.ok) return checked.refusal
  const { processingClock } = terms
  return grant({ type: 'SupplementSupplied', at: command.at, ...checked.content, processingClock })
}
