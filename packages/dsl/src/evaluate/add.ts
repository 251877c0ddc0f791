import {
  type CivilDate,
  type Moment,
  type WorkCalendar,
  addCalendarDays,
  addCivilMonths,
  addDays,
  addMonths,
  addWorkingDays,
  addWorkingSeconds,
  subtractWorkingDays,
  subtractWorkingSeconds,
} from '@motcua/calendar'
import type { Unit } from '../ast/nodes.ts'
import type { Term } from '../compile/compiled.ts'
import { midnightOf } from '../compile/days.ts'
import { dateOfMoment } from './say.ts'

/** Units that run by the clock on the wall, in seconds; every other unit is the office's. */
export const clockSeconds: Readonly<Partial<Record<Unit, number>>> = { minute: 60, 'clock-hour': 3_600 }

/** The moment a term that starts at `from` ends, in its own unit; a negative one is counted backwards. */
export function addTerm(calendar: WorkCalendar, from: Moment, { n, unit, monthEnd }: Term): Moment {
  if (n < 0) return subtractTerm(calendar, from, { n: -n, unit })
  switch (unit) {
    case 'minute':
    case 'clock-hour':
      return from + n * clockSeconds[unit]!
    case 'working-hour':
      return addWorkingSeconds(calendar, from, n * 3_600)
    case 'working-day':
      return addWorkingDays(calendar, from, n)
    case 'calendar-day':
      return addCalendarDays(calendar, from, n)
    case 'month':
      if (monthEnd !== 'next-first') return addMonths(calendar, from, n)
      return closeOn(calendar, monthsAfter(dateOfMoment(from), n, monthEnd))
  }
  unit satisfies never
}

/**
 * The latest moment that still lies a term before another. A day that many days before on which nobody works gives
 * way to the working day before it, for a later one would leave less than the term. Months are not counted backwards.
 */
export function subtractTerm(calendar: WorkCalendar, from: Moment, { n, unit }: Term): Moment {
  switch (unit) {
    case 'minute':
    case 'clock-hour':
      return from - n * clockSeconds[unit]!
    case 'working-hour':
      return subtractWorkingSeconds(calendar, from, n * 3_600)
    case 'working-day':
      return subtractWorkingDays(calendar, from, n)
    case 'calendar-day':
      return subtractWorkingDays(calendar, from - n * 86_400, 0)
    case 'month':
      throw new RangeError('months are not counted backwards')
  }
  unit satisfies never
}

/** The same day of the month so many months later, or what the rule says of a month without it. */
export function monthsAfter(date: CivilDate, n: number, monthEnd: Term['monthEnd']): CivilDate {
  const there = addCivilMonths(date, n)
  return monthEnd === 'next-first' && there.slice(8) !== date.slice(8) ? addDays(there, 1) : there
}

/** The close of business of a day, or of the next working day where nobody works on it. */
export const closeOn = (calendar: WorkCalendar, date: CivilDate): Moment =>
  addCalendarDays(calendar, midnightOf(date), 0)
