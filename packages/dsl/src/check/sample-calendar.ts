import {
  type CivilDate,
  type Instant,
  type Weekday,
  type WorkCalendar,
  addDays,
  buildCalendar,
} from '@motcua/calendar'
import type { ExampleHours } from '../ast/nodes.ts'

/** A week of plain office hours around a date, to work the examples of a diagnostic with. It knows no holidays. */
export function sampleCalendar(around: Instant, hours: ExampleHoursOf = plainHours): WorkCalendar {
  const date = around.slice(0, 10) as CivilDate
  return buildCalendar({
    from: addDays(date, -7),
    to: addDays(date, 1_500),
    knownThrough: addDays(date, 1_500),
    weekdays: hours.weekdays as readonly Weekday[],
    sessions: hours.sessions,
    segments: (hours.segments ?? []).map(({ from, to, weekdays, sessions }) => ({
      from: from as CivilDate,
      to: to as CivilDate,
      ...(weekdays && { weekdays: weekdays as readonly Weekday[] }),
      sessions,
    })),
    days: [],
  })
}

type ExampleHoursOf = Pick<ExampleHours, 'weekdays' | 'sessions' | 'segments'>

/** Office hours where a file declares none. */
export const plainHours: ExampleHoursOf = {
  weekdays: [1, 2, 3, 4, 5],
  sessions: [
    { from: '07:30', to: '12:00' },
    { from: '13:30', to: '17:00' },
  ],
}
