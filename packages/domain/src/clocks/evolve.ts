import { processing } from '../dossier/kept.ts'
import type { Evolvers } from '../dossier/evolve.ts'
import type { ClocksEvent } from './events.ts'
import { endPause, startPause } from './pause.ts'

export const evolveClocks: Evolvers<ClocksEvent> = {
  ClockPaused(dossier, { type: _, at, by: _by, ...pause }) {
    const before = processing(dossier)
    return { ...before, pauses: startPause(before.pauses, { ...pause, from: at }) }
  },

  ClockResumed(dossier, { at, processingClock }) {
    const before = processing(dossier)
    return {
      ...before,
      pauses: endPause(before.pauses, at),
      originalDueAt: before.originalDueAt ?? before.processingClock.dueAt,
      processingClock,
    }
  },
}
