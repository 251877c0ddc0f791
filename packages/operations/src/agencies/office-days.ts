import {
  addDays,
  dayInfo,
  isProvisional,
  instant,
  toMoment,
  weekdayOf,
  type CivilDate,
} from '@motcua/calendar'
import type { Tenant } from '../tenants/tenant.ts'
import type { ClosedDay, OpenHours } from './views.ts'

const daysAhead = 90
const mostDays = 8

/** When dossiers are received in an ordinary week around a day, days of the same hours together. */
export function hoursOn(tenant: Tenant, today: CivilDate): OpenHours[] {
  const monday = addDays(today, 1 - weekdayOf(today))
  const groups = new Map<string, OpenHours>()
  for (let i = 0; i < 7; i++) {
    const sessions = ordinaryHours(tenant, addDays(monday, i))
    if (sessions.length === 0) continue
    const key = JSON.stringify(sessions)
    const group = groups.get(key) ?? { weekdays: [], sessions }
    group.weekdays.push(i + 1)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** The hours of this weekday: of this week, or where that day is off, of the next week on which it is not. */
function ordinaryHours({ rules }: Tenant, day: CivilDate): { from: string; to: string }[] {
  const { intakeCalendar: calendar } = rules
  for (let weeks = 0; weeks < 4; weeks++) {
    const date = addDays(day, 7 * weeks)
    if (date > calendar.to) break
    const { kind, sessions } = dayInfo(calendar, date)
    if (kind === 'working') return sessions.map(({ from, to }) => ({ from, to }))
    if (kind === 'rest') return []
  }
  return []
}

/** The next days, today included, on which the counters are closed though it is no weekly day of rest. */
export function closedDaysAhead({ rules }: Tenant, today: CivilDate): ClosedDay[] {
  const { intakeCalendar: calendar, names } = rules
  const found: ClosedDay[] = []
  for (let i = 0; i <= daysAhead && found.length < mostDays; i++) {
    const day = addDays(today, i)
    if (day > calendar.to) break
    const { kind, name = '' } = dayInfo(calendar, day)
    if (kind !== 'holiday' && kind !== 'swapped-off' && kind !== 'closure') continue
    const midnight = toMoment(instant(`${day}T00:00:00+07:00`))
    found.push({
      day,
      name: names.get(day) ?? { vi: name, en: name },
      provisional: isProvisional(calendar, midnight),
    })
  }
  return found
}
