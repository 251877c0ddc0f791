import {
  type Moment,
  addWorkingDays,
  closeOfBusiness,
  fromMoment,
  isWorkingDay,
  nextWorkingMoment,
  openingAfter,
} from '@motcua/calendar'
import type { Unit } from '../ast/nodes.ts'
import type { Moved, Operation, Term } from '../compile/compiled.ts'
import type { InstantFact } from '../vocabulary/facts.ts'
import { addTerm, subtractTerm } from './add.ts'
import { type Case, type Outcome, momentOf } from './case.ts'
import { type Run, run } from './pauses.ts'
import { dateOfMoment } from './say.ts'
import { cutoffTime, receivedOn, startOf } from './start.ts'
import type { Move, Trace } from './trace.ts'

type Does<O extends Operation['op']> = Extract<Operation, { op: O }>
type Happening = { readonly event: string; readonly fact: InstantFact }

/** One term counted forward: the start is moved where a rule moves it, then the term is added in its own unit. */
export function counted(one: Case, at: Happening, term: Term): Outcome {
  if (one.stretches) return countedThrough(one, at, [term])
  const { event, fact } = at
  const { n, unit } = term
  const eventAt = momentOf(one, fact)
  const { start: moved, moves } = startOf(one, eventAt)
  const start = runsFrom(one, unit, moved)
  // No days end with the working day itself (PT20-10.1d); no hours end at once.
  const due = n === 0 && unit === 'working-hour' ? start : addTerm(one.calendar, start, term)
  return {
    value: fromMoment(due),
    trace: { event, eventAt, moves, start, n, unit, due },
    cites: citesOf(moves),
  }
}

const noCites: Outcome['cites'] = []

/** The places of the law that moved a start; one move, which is the usual, hands on its own. */
const citesOf = (moves: readonly Move[]): Outcome['cites'] =>
  moves.length < 2 ? (moves[0]?.cites ?? noCites) : moves.flatMap(({ cites }) => cites)

/** An hour clock that is opened outside office hours runs from the next opening, whether or not a rule says so. */
const runsFrom = ({ calendar }: Case, unit: Unit, at: Moment): Moment =>
  unit === 'working-hour' ? nextWorkingMoment(calendar, at) : at

/** Terms counted forward one after the other, through the pauses the clock runs into. */
export function countedThrough(one: Case, { event, fact }: Happening, terms: readonly Term[]): Outcome {
  const eventAt = momentOf(one, fact)
  const { n, unit } = terms[0]!
  const { start, moves } = startOf(one, eventAt)
  const began = runsFrom(one, unit, start)
  const afresh = (at: Moment) => runsFrom(one, unit, startOf(one, at).start)
  const ran = run(one.calendar, began, terms, one.stretches ?? [], afresh)
  return {
    value: ran.due === undefined ? null : fromMoment(ran.due),
    trace: {
      ...{ event, eventAt, moves, began, start: ran.start, n, unit },
      ...(ran.due !== undefined && { due: ran.due }),
      ...through(ran),
    },
    cites: [...moves, ...ran.met].flatMap(({ cites }) => cites),
  }
}

const through = ({ legs, met, stands }: Run): Partial<Trace> => ({
  ...(legs.length > 1 && { legs }),
  ...(met.length > 0 && { met }),
  ...(stands && { stands }),
})

/** A term counted back from an event: what must be done so long before it. */
export function backwards(one: Case, { event, fact, n, unit }: Does<'before'>): Outcome {
  const eventAt = momentOf(one, fact)
  const due = subtractTerm(one.calendar, eventAt, { n, unit })
  return dated({ event, eventAt, moves: [], start: eventAt, n, unit, backwards: true, due })
}

/** The later, or the earlier, of moments that are each an event or so long after or before one. */
export function extreme(one: Case, { op, sums }: Does<'later' | 'earlier'>): Outcome {
  const at = ({ fact, plus }: Moved): Moment => {
    const moment = momentOf(one, fact)
    return plus ? addTerm(one.calendar, moment, plus) : moment
  }
  const among = sums.map(at)
  const due = op === 'later' ? Math.max(...among) : Math.min(...among)
  const { event, fact } = sums.find(({ plus }) => plus) ?? sums[0]!
  const eventAt = momentOf(one, fact)
  return dated({ event, eventAt, moves: [], start: Math.min(eventAt, due), due, extreme: { op, among } })
}

/** Due with the event: at the next office hour where the rule counts from office hours. */
export function atEvent(one: Case, { event, fact, how }: Does<'at'>): Outcome {
  const eventAt = momentOf(one, fact)
  const { start, moves } = startOf(one, eventAt)
  return dated({ event, eventAt, moves, start, due: start, how })
}

/**
 * Due at the close of the working day of the event, or of the next one where that day is over or no working day. Past
 * a cut-off that says so it is due at the next opening; so is then what happens outside every working day, for else
 * the later of two events would be due first.
 */
export function sameDay(one: Case, { event, fact }: Does<'sameDay'>): Outcome {
  const eventAt = momentOf(one, fact)
  const { calendar } = one
  const { cutoff } = one.effect
  if (cutoff?.opening) {
    const date = dateOfMoment(eventAt)
    const received = receivedOn(calendar, eventAt, cutoff)
    const over = isWorkingDay(calendar, date) && eventAt >= closeOfBusiness(calendar, date)
    if (!received.why && !over) {
      const due = closeOfBusiness(calendar, date)
      return dated({ event, eventAt, moves: [], start: eventAt, due, how: 'sameDay' })
    }
    const due = received.why ? received.opening : openingAfter(calendar, eventAt)
    const why = received.why ?? 'office-hours'
    const move: Move = {
      ...{ why, from: eventAt, to: due, cites: cutoff.cites, opening: true },
      ...cutoffTime(why, cutoff),
    }
    return dated({ event, eventAt, moves: [move], start: due, due, how: 'opening' })
  }
  const { start, moves } = startOf(one, eventAt)
  const due = addWorkingDays(calendar, start, 0)
  return dated({ event, eventAt, moves, start, due, how: 'sameDay' })
}

/** Due at the opening of the working day after the event. */
export function nextOpening(one: Case, { event, fact }: Does<'nextOpening'>): Outcome {
  const eventAt = momentOf(one, fact)
  const { start, moves } = startOf(one, eventAt)
  const due = openingAfter(one.calendar, start)
  return dated({ event, eventAt, moves, start, due, how: 'nextOpening' })
}

const dated = (trace: Trace & { due: Moment }): Outcome => ({
  value: fromMoment(trace.due),
  trace,
  cites: citesOf(trace.moves),
})

/** The day something counts on. */
export function onDay(one: Case, { event, fact }: Does<'onDay'>): Outcome {
  const eventAt = momentOf(one, fact)
  const { cutoff, cites } = one.effect
  const { date: day, opening, why } = receivedOn(one.calendar, eventAt, cutoff)
  if (!why) return { value: day, trace: { event, eventAt, moves: [], day }, cites: [] }
  const move: Move = {
    ...{ why, from: eventAt, to: opening, cites: why === 'cutoff' ? cutoff!.cites : cites },
    ...(cutoff ? cutoffTime(why, cutoff) : {}),
  }
  return { value: day, trace: { event, eventAt, moves: [move], day }, cites: move.cites }
}
