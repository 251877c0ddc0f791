import type { OwnDossierLine, OwnDossierView } from './api-types.ts'

/** Whose move it is in the life of a dossier, and which: the applicant's to complete, pay or fetch, else the office's. */
export type Move =
  | 'complete'
  | 'pay'
  | 'wait-intake'
  | 'wait-paused'
  | 'wait-decision'
  | 'receive'
  | 'received'
  | 'refused'
  | 'withdrawn'
  | 'closed'

/** What comes next for a dossier, as its applicant should read it first. */
export function moveOf(dossier: OwnDossierView): Move {
  const { phase, fee, pauses } = dossier
  const owes = fee !== undefined && !fee.paid
  switch (phase) {
    case 'completion-requested':
    case 'supplement-requested':
      return 'complete'
    case 'submitted':
      return owes ? 'pay' : 'wait-intake'
    case 'processing': {
      if (owes) return 'pay'
      const last = pauses.at(-1)
      return last && !last.until ? 'wait-paused' : 'wait-decision'
    }
    case 'decided':
      return owes ? 'pay' : 'receive'
    case 'returned':
      return 'received'
    case 'refused':
    case 'withdrawn':
    case 'closed':
      return phase
    default:
      return phase satisfies never
  }
}

/** Who has the dossier now: the applicant, the body that has the present step, or nobody any more. */
export function holderOf(
  dossier: OwnDossierView,
): { who: 'applicant' | 'office'; agency?: string; step?: string } | undefined {
  switch (moveOf(dossier)) {
    case 'complete':
      return { who: 'applicant' }
    case 'received':
    case 'refused':
    case 'withdrawn':
    case 'closed':
      return undefined
    default: {
      const { work, agency, phase } = dossier
      if (phase !== 'processing' || !work) return { who: 'office', agency: agency.name }
      const step = work.steps.find(({ state }) => state === 'present')
      return { who: 'office', agency: work.agencyName, ...(step && { step: step.name }) }
    }
  }
}

/** How a dossier stands in its applicant's list: it waits for them, for the office, or it is over. */
export function standingOf({
  phase,
  unpaid,
}: Pick<OwnDossierLine, 'phase' | 'unpaid'>): 'yours' | 'office' | 'over' {
  if (phase === 'returned' || phase === 'refused' || phase === 'withdrawn' || phase === 'closed')
    return 'over'
  const isAsked = phase === 'completion-requested' || phase === 'supplement-requested'
  return isAsked || unpaid || phase === 'decided' ? 'yours' : 'office'
}
