import type { Dossier, Filed } from './dossier.ts'
import type { DossierEvent } from './events.ts'

/**
 * The dossier after an event; `null` is a dossier before its first. Pure: the same events always give the same
 * dossier, and its version counts them.
 */
export function evolve(dossier: Dossier | null, event: DossierEvent): Dossier {
  if (event.type === 'DossierSubmitted') return begin(dossier, event)
  if (!dossier) throw new Error(`${event.type} needs a dossier that was submitted`)
  const version = dossier.version + 1
  switch (event.type) {
    case 'CompletionRequested': {
      const { type: _, ...request } = event
      return { ...filed(dossier), version, phase: 'completion-requested', request }
    }
    case 'CompletionSupplied': {
      const { type: _, at, ...supplied } = event
      const { receiptDay: _before, handedIn: _handedIn, ...rest } = filed(dossier)
      return {
        ...rest,
        ...supplied,
        version,
        phase: 'submitted',
        submittedAt: at,
        attempt: dossier.attempt + 1,
      }
    }
    case 'IntakeRefused': {
      const { type: _, ...refusal } = event
      return { ...filed(dossier), version, phase: 'refused', refusal }
    }
    case 'DossierAccepted': {
      const { code, at: acceptedAt, by: acceptedBy, procedure, processingClock } = event
      return {
        ...filed(dossier),
        version,
        phase: 'processing',
        ...(procedure && { procedure }),
        code,
        acceptedAt,
        acceptedBy,
        processingClock,
      }
    }
    case 'ResultRecorded': {
      if (dossier.phase !== 'processing') throw new Error('a result needs a dossier in processing')
      const { type: _, ...result } = event
      return { ...dossier, version, phase: 'decided', result }
    }
    default:
      return event satisfies never
  }
}

/** The dossier that a history makes. */
export function fold(events: readonly DossierEvent[]): Dossier {
  const dossier = events.reduce<Dossier | null>(evolve, null)
  if (!dossier) throw new Error('a dossier begins with its submission')
  return dossier
}

function begin(before: Dossier | null, event: Extract<DossierEvent, { type: 'DossierSubmitted' }>): Dossier {
  if (before) throw new Error('a dossier is submitted once')
  const { type: _, at: submittedAt, ...rest } = event
  return { ...rest, phase: 'submitted', submittedAt, attempt: 1, version: 1 }
}

/** What stays when the phase goes. */
function filed(dossier: Dossier): Filed {
  if (dossier.phase === 'processing' || dossier.phase === 'decided')
    throw new Error('the dossier was accepted')
  const kept: Record<string, unknown> = { ...dossier }
  for (const phaseOnly of ['phase', 'request', 'refusal']) delete kept[phaseOnly]
  return kept as unknown as Filed
}
