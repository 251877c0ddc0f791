import type { Moment } from './time.ts'
import { type WorkCalendar, dayAt, momentOn } from './work-calendar.ts'

/**
 * Every moment from `from` to `to`, both included, at which a day begins or a session opens or closes, in order.
 * Between two of them nothing about the calendar changes, so a count of days stands still there and a count of hours
 * either stands still or moves with the clock: what is true at both ends of such a stretch is true inside it.
 */
export function edgesBetween(calendar: WorkCalendar, from: Moment, to: Moment): Moment[] {
  const found: Moment[] = []
  const last = dayAt(calendar, to)
  for (let at = dayAt(calendar, from); at <= last; at++) {
    const midnight = momentOn(calendar, at, 0)
    const { bounds } = calendar.patterns[calendar.pattern[at]!]!
    if (midnight >= from && midnight <= to) found.push(midnight)
    for (let i = 0; i < bounds.length; i++) {
      const edge = midnight + bounds[i]!
      if (bounds[i]! > 0 && edge >= from && edge <= to) found.push(edge)
    }
  }
  return found
}
