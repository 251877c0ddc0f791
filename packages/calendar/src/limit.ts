import { addCalendarDays, addMonths } from './calendar-days.ts'
import type { Moment } from './time.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { addWorkingDays } from './working-days.ts'
import { addWorkingSeconds } from './working-hours.ts'

/** The four units of legal time. None converts into another: "8 working hours" and "1 working day" end at different moments. */
export type LimitUnit = 'working-hour' | 'working-day' | 'calendar-day' | 'month'

/** A length of legal time, in the unit the text states it in. */
export interface Limit {
  readonly n: number
  readonly unit: LimitUnit
}

/** The moment a limit that starts at `moment` ends. */
export function addLimit(calendar: WorkCalendar, moment: Moment, { n, unit }: Limit): Moment {
  switch (unit) {
    case 'working-hour':
      return addWorkingSeconds(calendar, moment, n * 3_600)
    case 'working-day':
      return addWorkingDays(calendar, moment, n)
    case 'calendar-day':
      return addCalendarDays(calendar, moment, n)
    case 'month':
      return addMonths(calendar, moment, n)
    default:
      throw new RangeError(`unknown unit of time \`${unit satisfies never}\``)
  }
}
