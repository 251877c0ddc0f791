import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { LegalBasis } from '../determination.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'

/** What an applicant may show for the comparison, as the regulation names it (TQ25-17.4). */
export const shownPapers = ['original', 'principal-copy', 'certified-copy'] as const
export type ShownPaper = (typeof shownPapers)[number]

/** Đối chiếu bản gốc: what was filed was compared with what the applicant showed. */
export interface OriginalsCheck {
  readonly at: Instant
  readonly by: string
  readonly outcome: 'match' | 'differ'
  readonly shown: ShownPaper
  /** What differs. */
  readonly note?: string
}

/** What the law of the province says of the comparison for this dossier (AMB-26). */
export interface OriginalsTerms {
  readonly needed: boolean
  /** Papers that may be shown. */
  readonly accepted: readonly ShownPaper[]
  readonly basis: readonly LegalBasis[]
}

/**
 * Compares what was filed with the originals, at any time between acceptance and hand-over; never before acceptance,
 * as a photograph is enough to file (TQ19-12.1b). Where they differ the result is withheld until they agree.
 */
export function compareOriginals(
  dossier: Dossier,
  command: OriginalsCheck,
  { accepted }: Pick<OriginalsTerms, 'accepted'>,
): Decision<DossierEvent> {
  if (dossier.phase !== 'processing' && dossier.phase !== 'decided')
    return refuse({ code: 'dossier-not-accepted', data: { phase: dossier.phase } })
  if (dossier.originals?.outcome === 'match')
    return refuse({ code: 'originals-already-compared', data: { at: dossier.originals.at } })
  if (!accepted.includes(command.shown)) return refuse({ code: 'original-not-accepted', data: { accepted } })
  if (command.outcome === 'differ' && !command.note?.trim()) return refuse({ code: 'reason-missing' })
  return grant({ type: 'OriginalsCompared', ...command })
}
