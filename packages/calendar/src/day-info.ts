import { dayNumber } from './civil-date.ts'
import type { Session } from './declaration.ts'
import { type CivilDate, type Moment, SECONDS_PER_DAY, VIETNAM_OFFSET_SECONDS } from './time.ts'
import { type WorkCalendar, dayAt, dayOf, secondOfDay } from './work-calendar.ts'

export const dayKinds = ['working', 'rest', 'holiday', 'swapped-off', 'make-up', 'closure'] as const

/** `make-up` is a rest day worked in exchange for a `swapped-off` one; compensatory days off count as holidays. */
export type DayKind = (typeof dayKinds)[number]

export interface DayInfo {
  readonly kind: DayKind
  /** Name of the holiday, swap or closure. */
  readonly name?: string
  readonly sessions: readonly Session[]
}

/** What kind of day a date is in this office, what it is called, and when the office is open. */
export function dayInfo(calendar: WorkCalendar, date: CivilDate): DayInfo {
  return dayInfoAt(calendar, dayOf(calendar, date))
}

/** True where the day of the moment lies past the days whose holidays and swaps are announced. */
export function isProvisional(calendar: WorkCalendar, moment: Moment): boolean {
  return Math.floor((moment + VIETNAM_OFFSET_SECONDS) / SECONDS_PER_DAY) > dayNumber(calendar.knownThrough)
}

/** True while the office is open: from each opening to just before the closing instant. */
export function isWorking(calendar: WorkCalendar, moment: Moment): boolean {
  const at = dayAt(calendar, moment)
  const { bounds } = calendar.patterns[calendar.pattern[at]!]!
  const second = secondOfDay(moment)
  for (let i = 0; i < bounds.length; i += 2) if (second >= bounds[i]! && second < bounds[i + 1]!) return true
  return false
}

export function dayInfoAt(calendar: WorkCalendar, at: number): DayInfo {
  const name = calendar.names.get(at)
  return {
    kind: dayKinds[calendar.kind[at]!]!,
    ...(name === undefined ? {} : { name }),
    sessions: calendar.patterns[calendar.pattern[at]!]!.sessions,
  }
}
