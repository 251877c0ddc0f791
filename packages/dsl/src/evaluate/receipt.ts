import {
  type Moment,
  type WorkCalendar,
  dayNumberOf,
  openingAfter,
  openingOnOrAfter,
  worksOnDayOf,
} from '@motcua/calendar'

/** In place of a cut-off: a day is never over before its end, so only days off move anything. */
export const noCutoff = Infinity

/**
 * The opening of the day something counts as received on (AMB-05f): its own day where the office works on it and the
 * cut-off is not past, else the next working day.
 */
export function receivedAt(calendar: WorkCalendar, at: Moment, cutoff: number): Moment {
  return isLate(calendar, at, cutoff) ? openingAfter(calendar, at) : openingOnOrAfter(calendar, at)
}

/** True where the cut-off of a working day moves it; what comes on a day off is moved by the day off. */
export const isLate = (calendar: WorkCalendar, at: Moment, cutoff: number): boolean =>
  at - midnightOf(at) > cutoff && worksOnDayOf(calendar, at)

/** The first moment of a day in Vietnam. */
export const midnightOf = (at: Moment): Moment => dayNumberOf(at) * 86_400 - 25_200
