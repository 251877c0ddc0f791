import type { Dossier } from '../dossier/dossier.ts'
import type { Evolvers } from '../dossier/evolve.ts'
import type { Custody } from './custody.ts'
import type { PostalEvent } from './events.ts'

type Sent = NonNullable<Custody['consignments']>[number]

/** The paper's way never moves the dossier itself: its phase stays. */
export const evolvePostal: Evolvers<PostalEvent> = {
  PaperReceived: (dossier, { at, by, recordNo }) => ({
    ...dossier,
    custody: { ...dossier.custody, received: { at, by, recordNo } },
  }),

  ConsignmentTaken: (dossier, { at, no, what }) =>
    withConsignments(dossier, (all) => [...all, { no, what, takenAt: at, phase: 'on-the-way' }]),

  DeliveryTried: (dossier, { no, outcome, note }) =>
    outcome === 'failed' ? dossier : changed(dossier, no, { phase: 'delivered', to: note }),

  ConsignmentReturned: (dossier, { no }) => changed(dossier, no, { phase: 'returned' }),
}

function changed(dossier: Dossier, no: string, change: Partial<Sent>): Dossier {
  return withConsignments(dossier, (all) => all.map((one) => (one.no === no ? { ...one, ...change } : one)))
}

function withConsignments(dossier: Dossier, change: (all: readonly Sent[]) => readonly Sent[]): Dossier {
  const { custody } = dossier
  return { ...dossier, custody: { ...custody, consignments: change(custody?.consignments ?? []) } }
}
