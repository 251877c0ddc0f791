import type { CivilDate, Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { Determination, LegalClock } from '../determination.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { EventOf } from '../dossier/events.ts'
import type { Content } from './changes.ts'
import { checkContent, type ContentTerms } from './supplied-content.ts'

/** Nộp bổ sung: the answers and papers as they are now, whole, not only what changed. */
export interface SupplyCompletion extends Content {
  readonly at: Instant
}

/** The rules of the day on which it is supplied: a new attempt has a clock of its own. */
export interface CompletionTerms extends ContentTerms {
  readonly receiptDay?: Determination<CivilDate | null>
  readonly intakeClock: LegalClock
}

/** Takes in what was asked for. It counts as a new submission with a fresh intake clock (AMB-08). */
export function supplyCompletion(
  dossier: Dossier,
  command: SupplyCompletion,
  terms: CompletionTerms,
): Decision<EventOf<'CompletionSupplied'>> {
  if (dossier.phase !== 'completion-requested') return refuse({ code: 'completion-not-requested' })
  const handedIn = command.handedIn ?? dossier.handedIn ?? []
  const checked = checkContent({ ...command, handedIn }, terms, dossier.request.items)
  if (!checked.ok) return checked.refusal
  const { receiptDay, intakeClock } = terms
  return grant({
    type: 'CompletionSupplied',
    at: command.at,
    ...checked.content,
    ...(receiptDay && { receiptDay }),
    intakeClock,
  })
}
