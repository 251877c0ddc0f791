import {
  type Moment,
  type WorkCalendar,
  addWorkingSeconds,
  edgesBetween,
  nextWorkingMoment,
  openingAfter,
  subtractWorkingSeconds,
} from '@motcua/calendar'
import type { Unit } from '../../ast/nodes.ts'
import { dawnOf, midnightBefore } from '../../compile/days.ts'
import { addTerm, clockSeconds, subtractTerm } from '../../evaluate/add.ts'
import { startOnReceipt } from '../../evaluate/receipt.ts'
import type { Term } from './term.ts'

/** A deadline ready to be swept over one calendar. */
export interface Clock {
  readonly at: (event: Moment) => Moment
  /** Adds the moments of the event, from `from` to `to`, at which the deadline may jump, stop or begin to move. */
  readonly breaks: (from: Moment, to: Moment, into: Moment[]) => void
  /** Adds the event moments from which the deadline may reach a given moment, for the breaks of what follows. */
  readonly reaching: (moment: Moment, into: Moment[]) => void
  /** A moment is reached from itself, and the edges of the calendar are among the breaks, if there are any. */
  readonly plain?: true
  /** The step it ends with, where it ends with one. */
  readonly last?: Last
}

/** A step and the deadline it is made of; two steps with one name over one calendar make the same of a moment. */
export interface Last {
  readonly of: Clock
  readonly step: Step
  readonly name: string
  readonly calendar: WorkCalendar
}

/** The clock of a deadline in the time of one office. */
export function clockOf(term: Term, calendar: WorkCalendar): Clock {
  switch (term.k) {
    case 'event':
      return event
    case 'outside':
      return after(clockOf(term.of, calendar), calendar, 'outside', {
        at: (moment) => nextWorkingMoment(calendar, moment),
        before: same,
      })
    case 'received':
      return after(clockOf(term.of, calendar), calendar, `received ${term.second}`, {
        at: (moment) => startOnReceipt(calendar, moment, term.second),
        before: same,
        ...(term.second < 86_400 ? { second: term.second + 1 } : {}),
      })
    case 'opening':
      return after(clockOf(term.of, calendar), calendar, 'opening', {
        at: (moment) => openingAfter(calendar, moment),
        before: none,
      })
    case 'add':
      return after(clockOf(term.of, calendar), calendar, nameOf(term), added(term, calendar))
    case 'before':
      return after(clockOf(term.of, calendar), calendar, nameOf(term), subtracted(term, calendar))
    default:
      return chosen(term.k, clockOf(term.of[0], calendar), clockOf(term.of[1], calendar))
  }
}

const event: Clock = {
  at: (event) => event,
  breaks: () => undefined,
  reaching: (moment, into) => void into.push(moment),
  plain: true,
}

const nameOf = ({ k, n, unit }: Extract<Term, { k: 'add' | 'before' }>): string => `${k} ${n} ${unit}`

/** One step of a deadline: what it makes of a moment, where it breaks, and which moments it brings to a given one. */
export interface Step {
  readonly at: (moment: Moment) => Moment
  /** The moment that comes out as the given one; NaN where none does or the calendar ends. */
  readonly before: (moment: Moment) => Moment
  /** It breaks where an edge of the calendar comes out, and so many seconds after what is brought there. */
  readonly jumps?: 0 | 1
  /** It moves with the clock and breaks nowhere. */
  readonly still?: true
  /** It breaks at this second of every day. */
  readonly second?: number
}

const same = (moment: Moment): Moment => moment
const none = (): Moment => NaN

/** Every step breaks at the edges of the calendar among the moments that go into it. */
function after(first: Clock, calendar: WorkCalendar, name: string, step: Step): Clock {
  const at = (event: Moment) => step.at(first.at(event))
  return {
    at,
    breaks: (from, to, into) => {
      first.breaks(from, to, into)
      if (step.still) return
      const edges = edgesFrom(calendar, first.at(from), first.at(to))
      if (first === event || !first.plain) for (const edge of edges) first.reaching(edge, into)
      if (step.second !== undefined) {
        for (const edge of edges) if (midnightBefore(edge) === edge) first.reaching(edge + step.second, into)
      }
      if (step.jumps === undefined) return
      const reached = edgesFrom(calendar, at(from), at(to))
      for (let i = 0; i < reached.length; i++) {
        const moment = step.before(reached[i]!)
        if (moment === moment) first.reaching(moment + step.jumps, into)
      }
    },
    reaching: (moment, into) => {
      const before = step.before(moment)
      if (before === before) first.reaching(before, into)
    },
    ...(first.plain && step.before === same ? { plain: true } : {}),
    last: { of: first, step, name, calendar },
  }
}

function added({ n, unit }: { n: number; unit: Unit }, calendar: WorkCalendar): Step {
  const clock = clockSeconds[unit]
  if (clock !== undefined) {
    return { at: (moment) => moment + n * clock, before: (moment) => moment - n * clock, still: true }
  }
  if (unit !== 'working-hour') return { at: (moment) => addTerm(calendar, moment, { n, unit }), before: none }
  return {
    at: (moment) => addWorkingSeconds(calendar, moment, n * 3_600),
    before: (moment) => within(() => subtractWorkingSeconds(calendar, moment, n * 3_600)),
    // The deadline jumps over a closing one second after the last moment that still reaches it.
    jumps: 1,
  }
}

function subtracted({ n, unit }: { n: number; unit: Unit }, calendar: WorkCalendar): Step {
  const clock = clockSeconds[unit]
  if (clock !== undefined) {
    return { at: (moment) => moment - n * clock, before: (moment) => moment + n * clock, still: true }
  }
  if (unit !== 'working-hour') {
    return { at: (moment) => subtractTerm(calendar, moment, { n, unit }), before: none }
  }
  return {
    at: (moment) => subtractWorkingSeconds(calendar, moment, n * 3_600),
    before: (moment) => within(() => addWorkingSeconds(calendar, moment, n * 3_600)),
    jumps: 0,
  }
}

/** NaN where the calendar ends before the count does. */
function within(count: () => Moment): Moment {
  try {
    return count()
  } catch (error) {
    if (error instanceof RangeError) return NaN
    throw error
  }
}

/** The edges of a calendar are the same for every deadline that is swept over it. */
const edges = new WeakMap<WorkCalendar, Float64Array>()

function edgesFrom(calendar: WorkCalendar, from: Moment, to: Moment): Float64Array {
  let all = edges.get(calendar)
  if (!all) {
    all = Float64Array.from(edgesBetween(calendar, firstOf(calendar), lastOf(calendar)))
    edges.set(calendar, all)
  }
  return all.subarray(placeOf(all, from), placeOf(all, to + 1))
}

/** How many of the moments, which are in order, lie before one. */
function placeOf(all: Float64Array, moment: Moment): number {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (all[middle]! < moment) low = middle + 1
    else high = middle
  }
  return low
}

/** The later or the earlier of two deadlines breaks where one of them does, and where they cross in between. */
function chosen(k: 'later' | 'earlier', a: Clock, b: Clock): Clock {
  const pick = k === 'later' ? Math.max : Math.min
  return {
    at: (event) => pick(a.at(event), b.at(event)),
    breaks: (from, to, into) => {
      const own: Moment[] = []
      a.breaks(from, to, own)
      b.breaks(from, to, own)
      const bounds = inOrder(own, from, to)
      for (let i = 0; i + 1 < bounds.length; i++) {
        const [first, last] = [bounds[i]!, bounds[i + 1]! - 1]
        const [before, then] = [a.at(first) - b.at(first), a.at(last) - b.at(last)]
        // One of them stands still and the other moves with the clock, so they meet after as long as they are apart.
        if (before * then < 0) own.push(first + Math.abs(before), first + Math.abs(before) + 1)
      }
      for (const moment of own) into.push(moment)
    },
    reaching: (moment, into) => {
      a.reaching(moment, into)
      b.reaching(moment, into)
    },
  }
}

/** The bounds of the stretches between breaks: sorted, each once, from the window's beginning to its end. */
export function inOrder(breaks: readonly Moment[], from: Moment, to: Moment): Float64Array {
  const all = new Float64Array(breaks.length + 2)
  let count = 0
  all[count++] = from
  for (let i = 0; i < breaks.length; i++) {
    const at = breaks[i]!
    if (at > from && at <= to) all[count++] = at
  }
  all[count++] = to + 1
  const kept = all.subarray(0, count)
  if (!isAscending(kept)) kept.sort()
  let length = 1
  for (let i = 1; i < count; i++) if (kept[i] !== kept[length - 1]) kept[length++] = kept[i]!
  return kept.subarray(0, length)
}

function isAscending(moments: Float64Array): boolean {
  for (let i = 1; i < moments.length; i++) if (moments[i]! < moments[i - 1]!) return false
  return true
}

/** The first second of the days a calendar covers. */
export const firstOf = ({ first }: WorkCalendar): Moment => dawnOf(first)

/** The last second of the days a calendar covers. */
export const lastOf = ({ first, length }: WorkCalendar): Moment => dawnOf(first + length) - 1
