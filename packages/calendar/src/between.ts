import { dayOfNumber } from './civil-date.ts'
import type { CivilDate, Moment } from './time.ts'
import { type WorkCalendar, dayAt, momentOn } from './work-calendar.ts'

/** The parts of sessions between two moments. */
export function workedStretches(calendar: WorkCalendar, from: Moment, to: Moment): Moment[] {
  const worked: Moment[] = []
  const last = dayAt(calendar, to)
  for (let k = calendar.rank[dayAt(calendar, from)]!; k < calendar.workday.length; k++) {
    const at = calendar.workday[k]!
    if (at > last) break
    const { bounds } = calendar.patterns[calendar.pattern[at]!]!
    for (let i = 0; i < bounds.length; i += 2) {
      const opens = Math.max(momentOn(calendar, at, bounds[i]!), from)
      const closes = Math.min(momentOn(calendar, at, bounds[i + 1]!), to)
      if (opens < closes) worked.push(opens, closes)
    }
  }
  return worked
}

/** The days from one moment's to another's, both included, on which the office does not work. */
export function daysOffBetween(calendar: WorkCalendar, from: Moment, to: Moment): number[] {
  const off: number[] = []
  const last = dayAt(calendar, to)
  for (let at = dayAt(calendar, from); at <= last; at++) {
    if (calendar.pattern[at] === 0) off.push(calendar.first + at)
  }
  return off
}

/** How many days the office works from one moment's day to another's, both included. */
export function workingDaysWithin(calendar: WorkCalendar, from: Moment, to: Moment): number {
  return calendar.rank[dayAt(calendar, to) + 1]! - calendar.rank[dayAt(calendar, from)]!
}

/** The number of the day of a moment, counted from 1970-01-01 of Vietnam's calendar. */
export const dayNumberOf = (moment: Moment): number => Math.floor((moment + 25_200) / 86_400)

/** The date of a numbered day. */
export const dateOfDay = (number: number): CivilDate => dayOfNumber(number)
