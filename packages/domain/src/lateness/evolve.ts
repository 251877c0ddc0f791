import { processing } from '../dossier/kept.ts'
import type { Evolvers } from '../dossier/evolve.ts'
import type { LatenessEvent } from './events.ts'

export const evolveLateness: Evolvers<LatenessEvent> = {
  ApologyIssued(dossier, { type: _, ...apology }) {
    const before = processing(dossier)
    const after = { ...before, apologies: [...(before.apologies ?? []), apology] }
    if (!apology.processingClock) return after
    return {
      ...after,
      originalDueAt: before.originalDueAt ?? before.processingClock.dueAt,
      processingClock: apology.processingClock,
    }
  },
}
