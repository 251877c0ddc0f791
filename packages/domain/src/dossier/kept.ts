import type { Instant } from '@motcua/calendar'
import { endPause, openPause } from '../clocks/pause.ts'
import type { AcceptedDossier, Acceptance, Dossier, Filed } from './dossier.ts'

/** What belongs to one phase and goes with it. */
const phaseOnly = ['phase', 'request', 'refusal', 'result', 'handOver', 'withdrawal', 'closing'] as const

/** What stays of a dossier that was not accepted yet, when its phase goes. @throws Error of an accepted one */
export function filed(dossier: Dossier): Filed {
  if (isAccepted(dossier)) throw new Error('the dossier was accepted')
  return kept<Filed>(dossier)
}

/** What stays of an accepted dossier when its phase goes. @throws Error where it is none, or ended without a result */
export function accepted(dossier: Dossier): Filed & Acceptance {
  if (!isAccepted(dossier)) throw new Error('the dossier was not accepted')
  return kept<Filed & Acceptance>(dossier)
}

/** The dossier, where the office works on it. @throws Error otherwise */
export function processing(dossier: Dossier): Extract<Dossier, { phase: 'processing' }> {
  if (dossier.phase !== 'processing') throw new Error('the dossier is not in processing')
  return dossier
}

/** What stays of a dossier that ends now: a pause that lasts ends with it. */
export function ended(dossier: Dossier, at: Instant): Filed & Partial<Acceptance> {
  const rest = kept<Filed & Partial<Acceptance>>(dossier)
  return openPause(rest.pauses) ? { ...rest, pauses: endPause(rest.pauses, at) } : rest
}

/** Whether the office took the dossier on and it goes its way to a result, or had one. */
export function isAccepted(dossier: Dossier): dossier is AcceptedDossier {
  switch (dossier.phase) {
    case 'processing':
    case 'supplement-requested':
    case 'decided':
    case 'returned':
      return true
    default:
      return false
  }
}

function kept<Rest>(dossier: Dossier): Rest {
  const rest: Record<string, unknown> = { ...dossier }
  for (const name of phaseOnly) delete rest[name]
  return rest as Rest
}
