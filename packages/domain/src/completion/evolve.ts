import type { Instant } from '@motcua/calendar'
import { endPause, startPause } from '../clocks/pause.ts'
import type { CompletionItem, Dossier, Filed } from '../dossier/dossier.ts'
import type { Evolvers } from '../dossier/evolve.ts'
import { accepted, filed } from '../dossier/kept.ts'
import { changesBetween, keyOf, type Content } from './changes.ts'
import type { CompletionEvent } from './events.ts'

export const evolveCompletion: Evolvers<CompletionEvent> = {
  CompletionRequested: (dossier, { type: _, ...request }) => ({
    ...filed(dossier),
    ...counted(dossier, request.items),
    phase: 'completion-requested',
    request,
  }),

  CompletionSupplied(dossier, { type: _, at, ...supplied }) {
    const { receiptDay: _before, handedIn: _handedIn, ...rest } = filed(dossier)
    return {
      ...rest,
      ...supplied,
      ...renewed(dossier, supplied, at),
      phase: 'submitted',
      submittedAt: at,
      attempt: dossier.attempt + 1,
    }
  },

  SupplementRequested(dossier, { type: _, effect, window, ...request }) {
    const before = accepted(dossier)
    return {
      ...before,
      ...counted(dossier, request.items),
      phase: 'supplement-requested',
      request: { ...request, ...(window && { window }) },
      pauses: startPause(before.pauses, { reason: 'supplement', from: request.at, effect }),
    }
  },

  SupplementSupplied(dossier, { type: _, at, processingClock, ...supplied }) {
    const { handedIn: _handedIn, ...before } = accepted(dossier)
    return {
      ...before,
      ...supplied,
      ...renewed(dossier, supplied, at),
      phase: 'processing',
      attempt: dossier.attempt + 1,
      pauses: endPause(before.pauses, at),
      originalDueAt: before.originalDueAt ?? before.processingClock.dueAt,
      processingClock,
    }
  },

  DossierAmended(dossier, { type: _, at, by: _by, reason: _reason, ...amended }) {
    const { handedIn: _handedIn, ...rest } = dossier
    return { ...rest, ...amended, ...renewed(dossier, amended, at) }
  },
}

/** A request is counted, and what it names is remembered: a second one is held against it (AMB-10). */
function counted(dossier: Dossier, items: readonly CompletionItem[]): Pick<Filed, 'requests' | 'asked'> {
  return {
    requests: (dossier.requests ?? 0) + 1,
    asked: union(dossier.asked, items.map(keyOf)),
  }
}

/** What the applicant changed may have brought new faults (AMB-10). */
function renewed(
  dossier: Dossier,
  content: Content,
  contentAt: Instant,
): Pick<Filed, 'renewed' | 'contentAt'> {
  return { renewed: union(dossier.renewed, changesBetween(dossier, content).map(keyOf)), contentAt }
}

function union(before: readonly string[] | undefined, more: readonly string[]): readonly string[] {
  return [...new Set([...(before ?? []), ...more])]
}
