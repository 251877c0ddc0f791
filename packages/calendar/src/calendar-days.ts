import { addCivilMonths } from './civil-date.ts'
import { type Moment, dateOf, fromMoment } from './time.ts'
import { mustBeWhole } from './whole.ts'
import { type WorkCalendar, dayAt, dayOf } from './work-calendar.ts'
import { closeOnOrAfter } from './working-days.ts'

/**
 * The close of business of the n-th calendar day after the day of the moment, which is day 0; where that is a day
 * the office does not work, of the next working day (AMB-03).
 */
export function addCalendarDays(calendar: WorkCalendar, moment: Moment, days: number): Moment {
  mustBeWhole(days, 'days')
  return closeOnOrAfter(calendar, dayAt(calendar, moment) + days)
}

/** The same day of the month n months later, or that month's last day; it ends as a count of calendar days does. */
export function addMonths(calendar: WorkCalendar, moment: Moment, months: number): Moment {
  mustBeWhole(months, 'months')
  const date = addCivilMonths(dateOf(fromMoment(moment)), months)
  return closeOnOrAfter(calendar, dayOf(calendar, date))
}
