import {
  type Moment,
  type WorkCalendar,
  openingAfter,
  openingOnOrAfter,
  worksOnDayOf,
} from '@motcua/calendar'
import { midnightBefore } from '../compile/days.ts'

/** In place of a cut-off: a day is never over before its end, so only days off move anything. */
export const noCutoff = Infinity

/**
 * The opening of the day something counts as received on (AMB-05f): its own day where the office works on it and the
 * cut-off is not past, else the next working day.
 */
export function receivedAt(calendar: WorkCalendar, at: Moment, cutoff: number): Moment {
  return isLate(calendar, at, cutoff) ? openingAfter(calendar, at) : openingOnOrAfter(calendar, at)
}

/** Where a clock starts that goes by the day of receipt: at its opening where that is another day, else with the event. */
export function startOnReceipt(calendar: WorkCalendar, at: Moment, cutoff: number): Moment {
  const opening = receivedAt(calendar, at, cutoff)
  return midnightBefore(opening) > at ? opening : at
}

/** True where the cut-off of a working day moves it; what comes on a day off is moved by the day off. */
export const isLate = (calendar: WorkCalendar, at: Moment, cutoff: number): boolean =>
  at - midnightBefore(at) > cutoff && worksOnDayOf(calendar, at)
