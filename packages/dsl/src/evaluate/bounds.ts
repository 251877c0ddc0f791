import { type Moment, fromMoment } from '@motcua/calendar'
import type { LegalBasis } from '../compile/compiled.ts'
import { addTerm } from './add.ts'
import { type Case, type Outcome, momentOf } from './case.ts'
import type { Trace } from './trace.ts'

/** What is due after an outage is worked out as any other case is. */
type Decide = (one: Case) => Outcome

/**
 * What holds of a deadline however it is counted: it ends no later than its ceiling, whatever stood still in between,
 * and one that falls into an outage moves where the rule says.
 */
export function bounded(decide: Decide, one: Case, outcome: Outcome): Outcome {
  if (!one.effect.ceiling && !one.stretches) return outcome
  return pastOutages(decide, one, underCeiling(one, outcome))
}

function underCeiling(one: Case, outcome: Outcome): Outcome {
  const { ceiling } = one.effect
  if (!ceiling) return outcome
  const eventAt = momentOf(one, ceiling.fact)
  const at = addTerm(one.calendar, eventAt, ceiling.term)
  const counted = outcome.trace.due
  const reached = counted === undefined || at < counted
  const told = { ...ceiling, eventAt, at, reached, ...(counted !== undefined && { counted }) }
  if (!reached) return { ...outcome, trace: { ...outcome.trace, ceiling: told } }
  return due(outcome, at, { ceiling: told }, ceiling.cites)
}

function pastOutages(decide: Decide, one: Case, outcome: Outcome): Outcome {
  let now = outcome
  for (const outage of one.stretches ?? []) {
    const at = now.trace.due
    if (!outage.shift || at === undefined || outage.from >= at) continue
    if (outage.to === undefined) {
      const { due: _, ...trace } = now.trace
      return {
        value: null,
        trace: { ...trace, stands: outage },
        cites: [...now.cites, ...outage.shift.cites],
      }
    }
    if (at > outage.to) continue
    const { from: outageAt, to: recoveredAt, shift } = outage
    const moments = { ...one.facts.moments, dueAt: at, outageAt, recoveredAt }
    const after = decide({ ...one, effect: shift, facts: { ...one.facts, moments }, stretches: [] })
    const to = after.trace.due ?? at
    const cites = [...shift.cites, ...after.cites]
    now = due(now, to, { shifts: [...(now.trace.shifts ?? []), { from: at, to, outage, cites }] }, cites)
  }
  return now
}

const due = (outcome: Outcome, at: Moment, more: Partial<Trace>, cites: readonly LegalBasis[]): Outcome => ({
  value: fromMoment(at),
  trace: { ...outcome.trace, ...more, due: at },
  cites: [...outcome.cites, ...cites],
})
