import { dayNumber } from './civil-date.ts'
import type { Session } from './declaration.ts'
import { type CivilDate, type Moment, SECONDS_PER_DAY, VIETNAM_OFFSET_SECONDS, fromMoment } from './time.ts'

/**
 * An office's working time as tables, made once by `buildCalendar` and never changed. Days are numbered from the
 * first covered day, working days from the first working one, and *worked seconds* run on over the whole range.
 */
export interface WorkCalendar {
  readonly from: CivilDate
  readonly to: CivilDate
  readonly knownThrough: CivilDate
  /** Day number of the first covered day. */
  readonly first: number
  readonly length: number
  /** Per day: which kind of day it is, an index into `dayKinds`. */
  readonly kind: Uint8Array
  /** Per day: its pattern of sessions, an index into `patterns`. Pattern 0 has none. */
  readonly pattern: Uint8Array
  readonly patterns: readonly Pattern[]
  /** Per day, and one past the last: how many working days lie before it. */
  readonly rank: Uint16Array
  /** Per working day: its day. */
  readonly workday: Uint16Array
  /** Per working day, and one past the last: the worked seconds before it. */
  readonly before: Int32Array
  /** Per stretch of 2^BUCKET_SHIFT worked seconds: the first working day that reaches into it. */
  readonly bucket: Uint16Array
  /** Names of holidays, swaps and closures, by day. */
  readonly names: ReadonlyMap<number, string>
}

/** The hours of a day: `[open, close, open, close …]` in seconds of the day, and how they are written. */
export interface Pattern {
  readonly bounds: Int32Array
  readonly sessions: readonly Session[]
}

/** About half a working day, so that a search by worked seconds begins at most a step or two before its day. */
export const BUCKET_SHIFT = 14

/** The position of a moment's day in the tables. */
export function dayAt(calendar: WorkCalendar, moment: Moment): number {
  const at = Math.floor((moment + VIETNAM_OFFSET_SECONDS) / SECONDS_PER_DAY) - calendar.first
  if (!(at >= 0 && at < calendar.length)) throw outside(calendar, fromMoment(moment).slice(0, 10))
  return at
}

/** The position of a date in the tables. */
export function dayOf(calendar: WorkCalendar, date: CivilDate): number {
  const at = dayNumber(date) - calendar.first
  if (!(at >= 0 && at < calendar.length)) throw outside(calendar, date)
  return at
}

/** The moment that many seconds after midnight of a day of the tables. */
export function momentOn(calendar: WorkCalendar, at: number, second: number): Moment {
  return (calendar.first + at) * SECONDS_PER_DAY + second - VIETNAM_OFFSET_SECONDS
}

export function secondOfDay(moment: Moment): number {
  const local = moment + VIETNAM_OFFSET_SECONDS
  return local - Math.floor(local / SECONDS_PER_DAY) * SECONDS_PER_DAY
}

/** How many seconds the office has worked from the first covered day to the moment. */
export function workedSeconds(calendar: WorkCalendar, moment: Moment): number {
  const at = dayAt(calendar, moment)
  const { bounds } = calendar.patterns[calendar.pattern[at]!]!
  const second = moment - momentOn(calendar, at, 0)
  let worked = calendar.before[calendar.rank[at]!]!
  for (let i = 0; i < bounds.length && second > bounds[i]!; i += 2) {
    worked += (second < bounds[i + 1]! ? second : bounds[i + 1]!) - bounds[i]!
  }
  return worked
}

/** The earliest moment by which that many seconds have been worked: the end of a session rather than the next opening. */
export function earliestWith(calendar: WorkCalendar, worked: number): Moment {
  const { before } = calendar
  if (!(worked > 0 && worked <= before[before.length - 1]!)) throw outside(calendar, 'the counted time')
  let k = calendar.bucket[worked >> BUCKET_SHIFT]!
  while (before[k + 1]! < worked) k++
  const at = calendar.workday[k]!
  const { bounds } = calendar.patterns[calendar.pattern[at]!]!
  let rest = worked - before[k]!
  let i = 0
  for (; rest > bounds[i + 1]! - bounds[i]!; i += 2) rest -= bounds[i + 1]! - bounds[i]!
  return momentOn(calendar, at, bounds[i]! + rest)
}

/** The latest moment by which no more than that many seconds have been worked: the next opening rather than a session's end. */
export function latestWith(calendar: WorkCalendar, worked: number): Moment {
  const { before } = calendar
  if (!(worked >= 0 && worked < before[before.length - 1]!)) throw outside(calendar, 'the counted time')
  let k = calendar.bucket[worked >> BUCKET_SHIFT]!
  while (before[k + 1]! <= worked) k++
  const at = calendar.workday[k]!
  const { bounds } = calendar.patterns[calendar.pattern[at]!]!
  let rest = worked - before[k]!
  let i = 0
  for (; rest >= bounds[i + 1]! - bounds[i]!; i += 2) rest -= bounds[i + 1]! - bounds[i]!
  return momentOn(calendar, at, bounds[i]! + rest)
}

/** The error of every question that leaves the covered days: a calendar ends, and says so instead of guessing. */
export function outside(calendar: WorkCalendar, what: string): RangeError {
  return new RangeError(`${what} lies outside the calendar, which covers ${calendar.from} to ${calendar.to}`)
}
