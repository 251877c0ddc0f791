import type { Moment } from './time.ts'
import { mustBeWhole } from './whole.ts'
import { type WorkCalendar, earliestWith, latestWith, workedSeconds } from './work-calendar.ts'

/**
 * The earliest moment at which that many working seconds have passed (AMB-05): 8 hours from 13:30 end at 12:00 of
 * the next day, not at 13:30. Zero seconds change nothing. RangeError where the calendar ends first.
 */
export function addWorkingSeconds(calendar: WorkCalendar, moment: Moment, seconds: number): Moment {
  mustBeWhole(seconds, 'seconds')
  if (seconds === 0) return moment
  return earliestWith(calendar, workedSeconds(calendar, moment) + seconds)
}

/**
 * The latest moment from which that many working seconds still remain until `moment`: whoever acts then has just
 * enough office time left. The mirror of `addWorkingSeconds`: an opening rather than the closing before it.
 */
export function subtractWorkingSeconds(calendar: WorkCalendar, moment: Moment, seconds: number): Moment {
  mustBeWhole(seconds, 'seconds')
  if (seconds === 0) return moment
  return latestWith(calendar, workedSeconds(calendar, moment) - seconds)
}

/** The first working second at or after a moment: what is filed at the closing instant starts at the next opening. */
export function nextWorkingMoment(calendar: WorkCalendar, moment: Moment): Moment {
  return latestWith(calendar, workedSeconds(calendar, moment))
}

/** The working seconds from one moment to another; negative where the second is the earlier one. */
export function workingSecondsBetween(calendar: WorkCalendar, from: Moment, to: Moment): number {
  return workedSeconds(calendar, to) - workedSeconds(calendar, from)
}
