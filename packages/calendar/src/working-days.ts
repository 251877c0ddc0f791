import { dayOfNumber } from './civil-date.ts'
import type { CivilDate, Moment } from './time.ts'
import { mustBeWhole } from './whole.ts'
import { type WorkCalendar, dayAt, dayOf, momentOn, outside, secondOfDay } from './work-calendar.ts'

/**
 * The close of business of the n-th working day after the day of the moment, which is day 0 and never counted
 * (AMB-03). Zero days end at the close of the same day, or of the next working day where no session is left.
 */
export function addWorkingDays(calendar: WorkCalendar, moment: Moment, days: number): Moment {
  mustBeWhole(days, 'days')
  const at = dayAt(calendar, moment)
  if (days > 0) return closeOf(calendar, calendar.rank[at + 1]! + days - 1)
  const workdaysBefore = calendar.rank[at]!
  const isOver = secondOfDay(moment) >= closingSecond(calendar, at)
  return closeOf(calendar, isOver ? calendar.rank[at + 1]! : workdaysBefore)
}

/**
 * The close of business of the n-th working day before the day of the moment: "one working day before Monday"
 * is Friday at closing (AMB-12). Zero days give the day itself, or the last working day before a rest day.
 */
export function subtractWorkingDays(calendar: WorkCalendar, moment: Moment, days: number): Moment {
  mustBeWhole(days, 'days')
  const at = dayAt(calendar, moment)
  return closeOf(calendar, days > 0 ? calendar.rank[at]! - days : calendar.rank[at + 1]! - 1)
}

export function isWorkingDay(calendar: WorkCalendar, date: CivilDate): boolean {
  return calendar.pattern[dayOf(calendar, date)] !== 0
}

/** The date itself where the office works on it, else the next day it does. */
export function workingDayOnOrAfter(calendar: WorkCalendar, date: CivilDate): CivilDate {
  return dateOfWorkday(calendar, calendar.rank[dayOf(calendar, date)]!)
}

/** The next day after the date on which the office works. */
export function workingDayAfter(calendar: WorkCalendar, date: CivilDate): CivilDate {
  return dateOfWorkday(calendar, calendar.rank[dayOf(calendar, date) + 1]!)
}

/** The first opening of a working day; RangeError on a day the office does not work. */
export function openingOf(calendar: WorkCalendar, date: CivilDate): Moment {
  const at = mustWork(calendar, date)
  return momentOn(calendar, at, calendar.patterns[calendar.pattern[at]!]!.bounds[0]!)
}

/** The opening of the day of the moment where the office works on it, else of the next day it does. */
export function openingOnOrAfter(calendar: WorkCalendar, moment: Moment): Moment {
  return openingOfWorkday(calendar, calendar.rank[dayAt(calendar, moment)]!)
}

/** The opening of the next working day after the day of the moment. */
export function openingAfter(calendar: WorkCalendar, moment: Moment): Moment {
  return openingOfWorkday(calendar, calendar.rank[dayAt(calendar, moment) + 1]!)
}

/** Whether the office works on the day of the moment. */
export function worksOnDayOf(calendar: WorkCalendar, moment: Moment): boolean {
  return calendar.pattern[dayAt(calendar, moment)] !== 0
}

/** The last closing of a working day; RangeError on a day the office does not work. */
export function closeOfBusiness(calendar: WorkCalendar, date: CivilDate): Moment {
  const at = mustWork(calendar, date)
  return momentOn(calendar, at, closingSecond(calendar, at))
}

/** The close of business of a day of the tables, or of the next working day where the office does not work on it. */
export function closeOnOrAfter(calendar: WorkCalendar, at: number): Moment {
  return closeOf(calendar, calendar.rank[Math.min(at, calendar.length)]!)
}

function closeOf(calendar: WorkCalendar, workday: number): Moment {
  const at = calendar.workday[workday]
  if (at === undefined) throw outside(calendar, 'the counted day')
  return momentOn(calendar, at, closingSecond(calendar, at))
}

function openingOfWorkday(calendar: WorkCalendar, workday: number): Moment {
  const at = calendar.workday[workday]
  if (at === undefined) throw outside(calendar, 'the next working day')
  return momentOn(calendar, at, calendar.patterns[calendar.pattern[at]!]!.bounds[0]!)
}

function dateOfWorkday(calendar: WorkCalendar, workday: number): CivilDate {
  const at = calendar.workday[workday]
  if (at === undefined) throw outside(calendar, 'the next working day')
  return dayOfNumber(calendar.first + at)
}

/** The second at which a day's last session ends; a day without sessions is over as it begins. */
function closingSecond(calendar: WorkCalendar, at: number): number {
  const { bounds } = calendar.patterns[calendar.pattern[at]!]!
  return bounds.length === 0 ? 0 : bounds[bounds.length - 1]!
}

function mustWork(calendar: WorkCalendar, date: CivilDate): number {
  const at = dayOf(calendar, date)
  if (calendar.pattern[at] === 0) throw new RangeError(`the office does not work on ${date}`)
  return at
}
