import { evolveClocks } from '../clocks/evolve.ts'
import { evolveCompletion } from '../completion/evolve.ts'
import { evolveEnding } from '../ending/evolve.ts'
import { evolveFees } from '../fees/evolve.ts'
import { evolveIntake } from '../intake/evolve.ts'
import { evolveLateness } from '../lateness/evolve.ts'
import { evolvePostal } from '../postal/evolve.ts'
import { evolveProcessing } from '../processing/evolve.ts'
import { evolveReturning } from '../returning/evolve.ts'
import type { Dossier } from './dossier.ts'
import type { DossierEvent, EventOf } from './events.ts'

/** What each event of a room makes of a dossier; the version is counted outside. */
export type Evolvers<Event extends DossierEvent> = {
  readonly [Type in Event['type']]: (dossier: Dossier, event: EventOf<Type>) => Dossier
}

type LaterEvent = Exclude<DossierEvent, { type: 'DossierSubmitted' }>

const evolvers: Evolvers<LaterEvent> = {
  ...evolveIntake,
  ...evolveCompletion,
  ...evolveProcessing,
  ...evolveClocks,
  ...evolveLateness,
  ...evolveEnding,
  ...evolveFees,
  ...evolveReturning,
  ...evolvePostal,
}

/**
 * The dossier after an event; `null` is a dossier before its first. Pure: the same events always give the same
 * dossier, and its version counts them.
 */
export function evolve(dossier: Dossier | null, event: DossierEvent): Dossier {
  if (event.type === 'DossierSubmitted') return begin(dossier, event)
  if (!dossier) throw new Error(`${event.type} needs a dossier that was submitted`)
  const change = evolvers[event.type] as (dossier: Dossier, event: DossierEvent) => Dossier
  return { ...change(dossier, event), version: dossier.version + 1 }
}

/** The dossier that a history makes. */
export function fold(events: readonly DossierEvent[]): Dossier {
  const dossier = events.reduce<Dossier | null>(evolve, null)
  if (!dossier) throw new Error('a dossier begins with its submission')
  return dossier
}

function begin(before: Dossier | null, event: EventOf<'DossierSubmitted'>): Dossier {
  if (before) throw new Error('a dossier is submitted once')
  const { type: _, at: submittedAt, ...rest } = event
  return { ...rest, phase: 'submitted', submittedAt, attempt: 1, version: 1 }
}
