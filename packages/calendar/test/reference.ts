// An obvious calendar to compare with: one byte for every second, walked one by one. It shares nothing with the
// tables but the declaration; dates are reckoned by the platform, in UTC, with Vietnam's seven hours added by hand.
import type { CalendarDeclaration, Moment, Session } from '../src/index.ts'

const HOUR = 3_600
const DAY = 24 * HOUR

export interface Reference {
  addWorkingSeconds(moment: Moment, seconds: number): Moment | undefined
  subtractWorkingSeconds(moment: Moment, seconds: number): Moment | undefined
  nextWorkingMoment(moment: Moment): Moment | undefined
  addWorkingDays(moment: Moment, days: number): Moment | undefined
  subtractWorkingDays(moment: Moment, days: number): Moment | undefined
  addCalendarDays(moment: Moment, days: number): Moment | undefined
  workingSecondsBetween(from: Moment, to: Moment): number
}

/** `undefined` where the days end before the count does. */
export function reference(declaration: CalendarDeclaration): Reference {
  const start = Date.parse(`${declaration.from}T00:00:00Z`) / 1_000 - 7 * HOUR
  const end = Date.parse(`${declaration.to}T00:00:00Z`) / 1_000 - 7 * HOUR + DAY
  const open = new Uint8Array(end - start)
  for (let midnight = start; midnight < end; midnight += DAY) {
    for (const { from, to } of hoursOn(declaration, new Date((midnight + 7 * HOUR) * 1_000))) {
      open.fill(1, midnight + seconds(from) - start, midnight + seconds(to) - start)
    }
  }
  const isOpen = (moment: Moment) => open[moment - start] === 1
  const midnightOf = (moment: Moment) => moment - ((((moment - start) % DAY) + DAY) % DAY)

  /** The second just after the last open one of the day that begins at `midnight`. */
  const closing = (midnight: Moment): Moment | undefined => {
    const last = open.lastIndexOf(1, midnight + DAY - 1 - start)
    return last >= midnight - start ? start + last + 1 : undefined
  }
  const stepDays = (midnight: Moment, days: number, direction: 1 | -1): Moment | undefined => {
    for (let left = days; midnight >= start && midnight < end; midnight += direction * DAY) {
      const closes = closing(midnight)
      if (closes !== undefined && left-- === 0) return closes
    }
    return undefined
  }

  return {
    addWorkingSeconds(moment, seconds) {
      for (let left = seconds; ; moment++) {
        if (left === 0) return moment
        if (moment >= end) return undefined
        if (isOpen(moment)) left--
      }
    },
    subtractWorkingSeconds(moment, seconds) {
      for (let left = seconds; ; moment--) {
        if (left === 0) return moment
        if (moment <= start) return undefined
        if (isOpen(moment - 1)) left--
      }
    },
    nextWorkingMoment(moment) {
      while (moment < end && !isOpen(moment)) moment++
      return moment < end ? moment : undefined
    },
    addWorkingDays(moment, days) {
      const today = midnightOf(moment)
      if (days > 0) return stepDays(today + DAY, days - 1, 1)
      const closes = closing(today)
      return closes !== undefined && moment < closes ? closes : stepDays(today + DAY, 0, 1)
    },
    subtractWorkingDays(moment, days) {
      const today = midnightOf(moment)
      return days > 0 ? stepDays(today - DAY, days - 1, -1) : stepDays(today, 0, -1)
    },
    addCalendarDays(moment, days) {
      return stepDays(midnightOf(moment) + days * DAY, 0, 1)
    },
    workingSecondsBetween(from, to) {
      let sum = 0
      for (let t = Math.min(from, to); t < Math.max(from, to); t++) if (isOpen(t)) sum++
      return from <= to ? sum : -sum
    },
  }
}

/** What the declaration says of one day, read the long way round. */
function hoursOn(declaration: CalendarDeclaration, utc: Date): readonly Session[] {
  const date = utc.toISOString().slice(0, 10)
  const weekday = utc.getUTCDay() === 0 ? 7 : utc.getUTCDay()
  const special = declaration.days.filter((d) => d.date === date).map((d) => d.kind)
  const covering = (declaration.segments ?? []).filter((s) => s.from <= date && date <= s.to)
  const seasons = covering.filter((s) => !s.weekdays)
  const season = seasons.at(-1)?.sessions ?? declaration.sessions
  if (special.some((kind) => kind !== 'swapped-work')) return []
  if (special.includes('swapped-work')) return season
  const own = covering.filter((s) => s.weekdays?.some((w) => w === weekday))
  if (own.length > 0) return own.at(-1)!.sessions ?? season
  return declaration.weekdays.some((w) => w === weekday) ? season : []
}

const seconds = (time: string) => Number(time.slice(0, 2)) * HOUR + Number(time.slice(3)) * 60
