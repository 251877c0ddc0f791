import { dayOfNumber } from './civil-date.ts'
import { type DayInfo, type DayKind, dayInfoAt } from './day-info.ts'
import type { Session } from './declaration.ts'
import type { LimitUnit } from './limit.ts'
import { type CivilDate, type Instant, type Moment, SECONDS_PER_DAY, fromMoment } from './time.ts'
import { type WorkCalendar, dayAt, momentOn } from './work-calendar.ts'

/** One day of the date strip: its sessions and which part of them the clock used. */
export interface StripDay extends DayInfo {
  readonly date: CivilDate
  readonly kind: DayKind
  readonly used: readonly Session[]
}

/** The picture behind a date: the days from its start to its due moment. */
export interface Strip {
  readonly startAt: Instant
  readonly dueAt: Instant
  readonly days: readonly StripDay[]
  /** How many whole days were left out of the middle of `days` to keep the picture small. */
  readonly elidedDays?: number
}

export interface StripOptions {
  /** Most days drawn; the middle of a longer stretch is left out. */
  readonly maxDays?: number
  /** The unit of the limit drawn: in hours the clock uses time from the start, in days from the day after it. */
  /** `clock` for what runs by the clock on the wall, office or no office. */
  readonly unit?: LimitUnit | 'clock'
  /** When the clock begins to run, where that is later than what started it: nothing before it is used. */
  readonly runsFrom?: Moment
  /** Stretches in which the clock stood still, in their order; nothing in them is used. */
  readonly still?: readonly { readonly from: Moment; readonly to: Moment }[]
}

/**
 * The date strip of a clock: every day from what started it to its due moment, with the office's sessions and the
 * part of them the clock used. A due moment before the start (a notice owed in advance) is drawn the other way round.
 */
export function strip(
  calendar: WorkCalendar,
  start: Moment,
  due: Moment,
  { maxDays = 45, unit = 'working-hour', runsFrom = Math.min(start, due), still = [] }: StripOptions = {},
): Strip {
  const [from, to] = start <= due ? [start, due] : [due, start]
  const firstDay = dayAt(calendar, from)
  // A due moment at midnight ends the day before it.
  const lastDay = Math.max(firstDay, dayAt(calendar, to - 1))
  const countedFrom =
    unit === 'working-hour' || unit === 'clock'
      ? runsFrom
      : momentOn(calendar, dayAt(calendar, runsFrom) + 1, 0)
  const ran = running(countedFrom, to, still)
  const total = lastDay - firstDay + 1
  const head = total > maxDays ? Math.ceil(maxDays / 2) : total
  const tail = total > maxDays ? Math.floor(maxDays / 2) : 0
  const shown = [...range(firstDay, head), ...range(lastDay - tail + 1, tail)]
  return {
    startAt: fromMoment(start),
    dueAt: fromMoment(due),
    days: shown.map((at) => ({
      date: dayOfNumber(calendar.first + at),
      ...dayInfoAt(calendar, at),
      used: usedOn(calendar, at, ran, unit === 'clock'),
    })),
    ...(total > maxDays ? { elidedDays: total - head - tail } : {}),
  }
}

/** The stretches from one moment to another in which the clock ran. */
function running(from: Moment, to: Moment, still: NonNullable<StripOptions['still']>): Stretch[] {
  const ran: Stretch[] = []
  let at = from
  for (const pause of still) {
    if (pause.from > at) ran.push({ from: at, to: Math.min(pause.from, to) })
    at = Math.max(at, pause.to)
  }
  return [...ran, { from: at, to }]
}

type Stretch = { readonly from: Moment; readonly to: Moment }

/** The parts of a day that the clock ran through: of its sessions, or of the whole day where it runs by the wall. */
function usedOn(
  calendar: WorkCalendar,
  at: number,
  running: readonly Stretch[],
  byTheWall: boolean,
): Session[] {
  const bounds = byTheWall ? wholeDay : calendar.patterns[calendar.pattern[at]!]!.bounds
  const midnight = momentOn(calendar, at, 0)
  const used: Session[] = []
  for (let i = 0; i < bounds.length; i += 2) {
    for (const { from, to } of running) {
      const begins = Math.max(bounds[i]!, from - midnight)
      const ends = Math.min(bounds[i + 1]!, to - midnight)
      if (begins < ends) used.push({ from: clock(begins), to: clock(ends) })
    }
  }
  return used
}

const wholeDay = [0, SECONDS_PER_DAY] as const

/** `HH:MM` of a second of the day; the picture has no need of seconds. */
function clock(second: number): string {
  if (second === SECONDS_PER_DAY) return '24:00'
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(second / 3_600))}:${two(Math.floor(second / 60) % 60)}`
}

const range = (from: number, length: number) => Array.from({ length }, (_, i) => from + i)
