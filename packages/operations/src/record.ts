import { append } from '@motcua/db'
import { Refused, type Decision, type Dossier, type DossierEvent } from '@motcua/domain'
import type { Room } from './operation.ts'
import { issueSlips } from './slips/issue-slips.ts'

/**
 * Writes down what was decided: log, present state, errands and the numbers of slips together. A refusal undoes the whole
 * operation.
 */
export async function record(
  { tx }: Pick<Room, 'tx'>,
  dossier: Dossier,
  decision: Decision<DossierEvent>,
): Promise<Dossier> {
  const events = granted(decision)
  const after = await append(tx, dossier, events)
  await issueSlips(tx, after, events)
  return after
}

/** The events of a decision. @throws Refused */
export function granted<Event>(decision: Decision<Event>): readonly Event[] {
  if (!decision.granted) throw new Refused(decision.refusal)
  return decision.events
}
