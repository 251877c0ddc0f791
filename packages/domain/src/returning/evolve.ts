import { accepted, processing } from '../dossier/kept.ts'
import type { Evolvers } from '../dossier/evolve.ts'
import type { ReturningEvent } from './events.ts'

export const evolveReturning: Evolvers<ReturningEvent> = {
  ResultRecorded: (dossier, { type: _, ...result }) => ({ ...processing(dossier), phase: 'decided', result }),

  ResultHandedOver(dossier, { type: _, ...handOver }) {
    if (dossier.phase !== 'decided') throw new Error('what is handed over is a result')
    return { ...accepted(dossier), phase: 'returned', result: dossier.result, handOver }
  },
}
