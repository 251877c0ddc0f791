import {
  type CivilDate,
  type Moment,
  type WorkCalendar,
  addDays,
  addWorkingDays,
  addWorkingSeconds,
  isWorkingDay,
  nextWorkingMoment,
  workingSecondsBetween,
} from '@motcua/calendar'
import type { Term } from '../compile/compiled.ts'
import { dayNumber, midnightOf } from '../compile/days.ts'
import { addTerm, clockSeconds, closeOn, monthsAfter } from './add.ts'
import { dateOfMoment } from './say.ts'
import type { Stretch } from './stretches.ts'

/** One term of a clock as it was counted. */
export interface Leg extends Term {
  readonly from: Moment
  readonly to: Moment
}

/** How a clock ran through its pauses. */
export interface Run {
  /** The moment the count that ended began: after the last time it began afresh. */
  readonly start: Moment
  /** Missing where the clock stands still. */
  readonly due?: Moment
  readonly legs: readonly Leg[]
  /** Pauses and outages the clock ran into, those it ran on through among them. */
  readonly met: readonly Stretch[]
  /** What the clock stands still for. */
  readonly stands?: Stretch
}

/**
 * Counts terms one after the other from a start, through the pauses that fall into them. A pause that begins when the
 * time is over changes nothing. `afresh` gives the start of a count that begins again at the end of a pause.
 *
 * Hours and minutes inside a pause are not counted. A day counts if the clock was running when the day began: the day
 * a pause begins on counts, the day it ends on is day 0 of what follows and does not (AMB-03, AMB-09). A time never
 * ends while its clock stands still: it ends at the close of the day on which the clock runs again. Months that a
 * pause falls into grow by the days that do not count.
 */
export function run(
  calendar: WorkCalendar,
  begin: Moment,
  terms: readonly Term[],
  stretches: readonly Stretch[],
  afresh: (at: Moment) => Moment,
): Run {
  let start = begin
  const still: Closed[] = []
  const met: Stretch[] = []
  let legs = legsFrom(calendar, start, terms, still)
  for (const one of stretches) {
    if (one.from >= legs.at(-1)!.to) break
    if (one.to !== undefined && one.to <= start) continue
    met.push(one)
    if (one.effect === 'continue') continue
    if (one.to === undefined) return { start, legs: [], met, stands: one }
    if (one.effect === 'reset') start = Math.max(start, afresh(one.to))
    else still.push({ from: one.from, to: one.to })
    legs = legsFrom(calendar, start, terms, merged(still))
  }
  return { start, due: legs.at(-1)!.to, legs, met }
}

type Closed = { readonly from: Moment; readonly to: Moment }

function legsFrom(
  calendar: WorkCalendar,
  start: Moment,
  terms: readonly Term[],
  still: readonly Closed[],
): Leg[] {
  let from = start
  return terms.map((term) => {
    const to = endOf(calendar, from, term, still)
    const leg = { ...term, from, to }
    from = to
    return leg
  })
}

function endOf(calendar: WorkCalendar, from: Moment, term: Term, still: readonly Closed[]): Moment {
  const { n, unit, monthEnd } = term
  const clock = clockSeconds[unit]
  if (unit === 'working-hour') {
    // No hours end at once, at the first moment the office is open.
    if (n === 0) return nextWorkingMoment(calendar, from)
    return countedThrough(
      from,
      n * 3_600,
      still,
      (a, b) => workingSecondsBetween(calendar, a, b),
      (at, s) => addWorkingSeconds(calendar, at, s),
    )
  }
  if (clock !== undefined) {
    return countedThrough(
      from,
      n * clock,
      still,
      (a, b) => b - a,
      (at, s) => at + s,
    )
  }
  if (still.length === 0) return addTerm(calendar, from, term)
  const day = dateOfMoment(from)
  const days = unit === 'month' ? daysBetween(day, monthsAfter(day, n, monthEnd)) : n
  const due = dayTerm(calendar, from, days, unit === 'working-day', still)
  return runsAgain(calendar, due, still)
}

/** Seconds of one kind counted from a moment, those inside a pause left out. */
function countedThrough(
  from: Moment,
  seconds: number,
  still: readonly Closed[],
  between: (a: Moment, b: Moment) => number,
  add: (at: Moment, seconds: number) => Moment,
): Moment {
  let [at, rest] = [from, seconds]
  for (const pause of still) {
    if (pause.to <= at) continue
    const before = pause.from > at ? between(at, pause.from) : 0
    if (pause.from > at && before >= rest) break
    rest -= before
    at = pause.to
  }
  return add(at, rest)
}

/** The close of the n-th day that counts after the day of the start. */
function dayTerm(
  calendar: WorkCalendar,
  from: Moment,
  n: number,
  working: boolean,
  still: readonly Closed[],
): Moment {
  if (n === 0) return addWorkingDays(calendar, from, 0)
  let date = dateOfMoment(from)
  for (let left = n; left > 0;) {
    date = addDays(date, 1)
    if ((!working || isWorkingDay(calendar, date)) && runsAtDawn(date, still)) left--
  }
  return closeOn(calendar, date)
}

/** Whether the clock was running when a day began. */
function runsAtDawn(date: CivilDate, still: readonly Closed[]): boolean {
  const dawn = midnightOf(date)
  return still.every(({ from, to }) => from >= dawn || to < dawn)
}

function runsAgain(calendar: WorkCalendar, due: Moment, still: readonly Closed[]): Moment {
  let at = due
  for (const { from, to } of still) if (from < at && at < to) at = addWorkingDays(calendar, to, 0)
  return at
}

/** Stretches in order, those that touch or overlap as one. */
function merged(still: readonly Closed[]): Closed[] {
  const all: Closed[] = []
  for (const one of still.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1)
    if (last && one.from <= last.to) all[all.length - 1] = { from: last.from, to: Math.max(last.to, one.to) }
    else all.push(one)
  }
  return all
}

const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from)
