import { type Instant, type Moment, fromMoment } from '@motcua/calendar'
import type { Unit } from '../ast/nodes.ts'
import type { Operation, Recurrence, Term } from '../compile/compiled.ts'
import { addTerm, subtractTerm } from './add.ts'
import { type Case, momentOf } from './case.ts'

/** When to remind: before the due time, and again and again while something stays open. */
export interface Reminders {
  readonly at: readonly Instant[]
  readonly again?: {
    readonly n: number
    readonly unit: Unit
    readonly from: Instant
    /** The fact that ends it. */
    readonly until: string
    /** Those up to that fact where it is given, else the first ten. */
    readonly at: readonly Instant[]
  }
}

/** How many are worked out of what has no end yet, and of what has one. */
const [mostOpen, mostClosed] = [10, 1_000]

/** The instants of the reminders of a case. */
export function remindersOf(one: Case, does: Extract<Operation, { op: 'reminders' }>): Reminders {
  const before = does.before.map((term) => subtractTerm(one.calendar, momentOf(one, 'dueAt'), term))
  const at = [...new Set(before)].toSorted((a, b) => a - b).map(fromMoment)
  if (!does.every) return { at }
  const { n, unit, untilFact, fact } = does.every
  const from = momentOf(one, fact)
  const until = one.facts.moments[untilFact]
  const times = recurring(one, from, until, does.every)
  return { at, again: { n, unit, from: fromMoment(from), until: untilFact, at: times.map(fromMoment) } }
}

/** Each time is counted from the one before it, so that days are counted whole; none falls after the end. */
function recurring(one: Case, from: Moment, until: Moment | undefined, { n, unit }: Recurrence): Moment[] {
  const times: Moment[] = []
  const term: Term = { n, unit }
  const most = until === undefined ? mostOpen : mostClosed
  for (
    let at = addTerm(one.calendar, from, term);
    times.length < most;
    at = addTerm(one.calendar, at, term)
  ) {
    if (until !== undefined && at >= until) break
    times.push(at)
  }
  return times
}
