import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { Determination, LegalBasis } from '../determination.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { EventOf } from '../dossier/events.ts'

/** Đóng hồ sơ: what was asked for did not come in the time the law gives. */
export interface CloseDossier {
  readonly at: Instant
  readonly by: string
  readonly reason: string
}

export interface ClosingTerms {
  /** What becomes of a dossier that was not completed in time; null where the law is silent. */
  readonly end: Determination<'to-close' | 'to-cancel' | 'to-refuse' | null>
}

/** Closes a dossier whose time to be completed has run out, where the law closes it (ND118 19.5). */
export function closeDossier(
  dossier: Dossier,
  command: CloseDossier,
  { end }: ClosingTerms,
): Decision<EventOf<'DossierClosed'>> {
  if (dossier.phase !== 'supplement-requested') return refuse({ code: 'completion-not-requested' })
  const dueAt = dossier.request.window?.dueAt ?? null
  if (dueAt === null || end.answer === null)
    return refuse({ code: 'closing-not-regulated', data: { basis: end.basis } })
  if (command.at <= dueAt) return refuse({ code: 'window-still-open', data: { dueAt } })
  const basis = [...end.basis, ...dossier.request.window!.why.basis]
  return grant({ type: 'DossierClosed', ...command, basis: unique(basis) })
}

function unique(all: readonly LegalBasis[]): LegalBasis[] {
  const keyOf = ({ regulation, article, clause = '', point = '' }: LegalBasis): string =>
    [regulation, article, clause, point].join(' ')
  return [...new Map(all.map((one) => [keyOf(one), one])).values()]
}
