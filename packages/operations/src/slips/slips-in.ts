import type { Dossier, DossierEvent, SlipKind } from '@motcua/domain'

/** A slip of a dossier: by what name it is asked for, what it is, and the event it tells of. */
export interface SlipRef {
  /** `receipt`, `control-sheet`, or kind and event: `completion-request-2`. */
  readonly ref: string
  readonly kind: SlipKind
  readonly eventVersion: number
}

/** The slip that an event issues, if any. */
export function slipOf(event: DossierEvent): SlipKind | undefined {
  switch (event.type) {
    case 'DossierAccepted':
      // Settled at once, and nobody asked for one (PT20-10.1d).
      return event.withoutSlip ? undefined : 'receipt'
    case 'CompletionRequested':
    case 'SupplementRequested':
      return 'completion-request'
    case 'IntakeRefused':
      return 'refusal'
    case 'ResultRecorded':
      // Form 03 serves for a dossier that was examined and does not meet the conditions as well (NĐ 61, 19.8).
      return event.outcome === 'rejected' ? 'refusal' : undefined
    case 'DossierRedirected':
    case 'DossierReassigned':
    case 'WorkShared':
      return 'transfer'
    case 'ApologyIssued':
      return 'apology'
    case 'DossierWithdrawn':
    case 'DossierClosed':
      return 'stop-notice'
    default:
      return undefined
  }
}

/** The body that issues it: the one that apologises or hands on, otherwise the one that has the dossier. */
export function issuerOf(event: DossierEvent, dossier: Dossier): string {
  if (event.type === 'ApologyIssued') return event.agencyId
  return 'fromAgencyId' in event ? event.fromAgencyId : dossier.agencyId
}

/** Slips that are numbered in a book of their own; a receipt and a control sheet carry the dossier code. */
export function isNumbered(kind: SlipKind): boolean {
  return kind !== 'receipt' && kind !== 'control-sheet' && kind !== 'register'
}

/** Slips addressed to the applicant; the others go from hand to hand in the office. */
export function isForApplicant(kind: SlipKind): boolean {
  return kind !== 'transfer' && kind !== 'control-sheet' && kind !== 'register'
}

/** The slips of a dossier by its history, in the order of issue; of an accepted one its control sheet comes last. */
export function slipsIn(events: readonly DossierEvent[]): SlipRef[] {
  const slips = events.flatMap((event, i): SlipRef[] => {
    const kind = slipOf(event)
    if (!kind) return []
    return [{ ref: kind === 'receipt' ? kind : `${kind}-${i + 1}`, kind, eventVersion: i + 1 }]
  })
  const accepted = events.some(({ type }) => type === 'DossierAccepted')
  const sheet = { ref: 'control-sheet', kind: 'control-sheet' as const, eventVersion: events.length }
  return accepted ? [...slips, sheet] : slips
}
