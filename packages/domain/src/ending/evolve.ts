import { ended } from '../dossier/kept.ts'
import type { Evolvers } from '../dossier/evolve.ts'
import type { EndingEvent } from './events.ts'

export const evolveEnding: Evolvers<EndingEvent> = {
  DossierWithdrawn: (dossier, { type: _, ...withdrawal }) => ({
    ...ended(dossier, withdrawal.at),
    phase: 'withdrawn',
    withdrawal,
  }),

  DossierClosed: (dossier, { type: _, ...closing }) => ({
    ...ended(dossier, closing.at),
    phase: 'closed',
    closing,
  }),
}
