import type { Instant } from '@motcua/calendar'
import type { DossierEvent } from '../dossier/events.ts'
import { changesBetween, type Change, type Content } from './changes.ts'

/** How a dossier's content came to be what it is: filed, completed as asked, or amended by the applicant. */
export type RevisionKind = 'DossierSubmitted' | 'CompletionSupplied' | 'SupplementSupplied' | 'DossierAmended'

/** One version of what the applicant gave, and in what it differs from the one before (TQ25-18.2c). */
export interface Revision {
  /** Counts from 1, the filing. */
  readonly no: number
  readonly kind: RevisionKind
  readonly at: Instant
  readonly by?: string
  readonly reason?: string
  /** Of the first, everything: nothing was there before. */
  readonly changes: readonly Change[]
}

/** The versions of a dossier's content, the first filing first. Nothing of them is ever lost: the log holds them all. */
export function revisionsOf(events: readonly DossierEvent[]): Revision[] {
  const revisions: Revision[] = []
  let before: Content = { answers: {}, papers: [] }
  for (const event of events) {
    if (!hasContent(event)) continue
    revisions.push({
      no: revisions.length + 1,
      kind: event.type,
      at: event.at,
      ...('by' in event && { by: event.by }),
      ...('reason' in event && event.reason !== undefined && { reason: event.reason }),
      changes: changesBetween(before, event),
    })
    before = event
  }
  return revisions
}

function hasContent(event: DossierEvent): event is Extract<DossierEvent, { type: RevisionKind }> {
  switch (event.type) {
    case 'DossierSubmitted':
    case 'CompletionSupplied':
    case 'SupplementSupplied':
    case 'DossierAmended':
      return true
    default:
      return false
  }
}
