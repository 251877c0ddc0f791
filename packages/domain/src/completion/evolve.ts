import { endPause, startPause } from '../clocks/pause.ts'
import { accepted, filed } from '../dossier/kept.ts'
import type { Evolvers } from '../dossier/evolve.ts'
import type { CompletionEvent } from './events.ts'

export const evolveCompletion: Evolvers<CompletionEvent> = {
  CompletionRequested: (dossier, { type: _, ...request }) => ({
    ...filed(dossier),
    phase: 'completion-requested',
    request,
    requests: (dossier.requests ?? 0) + 1,
  }),

  CompletionSupplied(dossier, { type: _, at, ...supplied }) {
    const { receiptDay: _before, handedIn: _handedIn, ...rest } = filed(dossier)
    return { ...rest, ...supplied, phase: 'submitted', submittedAt: at, attempt: dossier.attempt + 1 }
  },

  SupplementRequested(dossier, { type: _, effect, window, ...request }) {
    const before = accepted(dossier)
    return {
      ...before,
      phase: 'supplement-requested',
      request: { ...request, ...(window && { window }) },
      requests: (dossier.requests ?? 0) + 1,
      pauses: startPause(before.pauses, { reason: 'supplement', from: request.at, effect }),
    }
  },

  SupplementSupplied(dossier, { type: _, at, processingClock, ...supplied }) {
    const { handedIn: _handedIn, ...before } = accepted(dossier)
    return {
      ...before,
      ...supplied,
      phase: 'processing',
      attempt: dossier.attempt + 1,
      pauses: endPause(before.pauses, at),
      originalDueAt: before.originalDueAt ?? before.processingClock.dueAt,
      processingClock,
    }
  },

  DossierAmended(dossier, { type: _, at: _at, by: _by, reason: _reason, ...amended }) {
    const { handedIn: _handedIn, ...rest } = dossier
    return { ...rest, ...amended }
  },
}
