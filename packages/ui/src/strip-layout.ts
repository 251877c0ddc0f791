import type { DayStretch, Locale, Strip, StripDay } from '@motcua/domain'
import { formatDayMonth, formatNumber, formatTime } from './format.ts'

/** What a clock counts: whole days from the day after its start, or time from its start. */
export type Counting = 'days' | 'hours'

/** A piece of a day's width, both from 0 to 1. */
export interface Piece {
  readonly x: number
  readonly width: number
}

/** One day as it is drawn. `start` and `due` are places in the day from 0 to 1. */
export interface DrawnDay {
  readonly day: StripDay
  /** Column in its row, from 0. */
  readonly column: number
  readonly open: boolean
  readonly sessions: readonly Piece[]
  readonly used: readonly Piece[]
  readonly usedMinutes: number
  /** Which counted day it is, from 1, where days are counted and none before it was left out. */
  readonly ordinal?: number
  readonly start?: number
  readonly due?: number
}

/** Neighbouring days of one row that are off, or made up, for the same reason. */
export interface DayRun {
  readonly kind: StripDay['kind']
  readonly name?: string
  readonly column: number
  readonly span: number
}

export type StripRow =
  | {
      readonly kind: 'days'
      readonly columns: number
      readonly days: readonly DrawnDay[]
      readonly runs: readonly DayRun[]
      /** The stretch of the clock in this row, in columns. */
      readonly thread: Piece | null
    }
  | { readonly kind: 'elided'; readonly days: number }

/**
 * The date strip as rows of days: up to seven days stand in one row; a longer strip stands in weeks from Monday to
 * Sunday; the days left out of the middle are a row of their own.
 */
export function layOutStrip(strip: Strip, counting: Counting = 'hours'): StripRow[] {
  const axis = officeHours(strip)
  const weekly = strip.days.length > 7 || Boolean(strip.elidedDays)
  const first = strip.days[0]
  if (!first) return []

  const rows: StripRow[] = []
  let row: DrawnDay[] = []
  let counted = 0
  let numbered = true
  const close = () => {
    if (row.length > 0) rows.push(daysRow(row, weekly ? 7 : strip.days.length))
    row = []
  }

  strip.days.forEach((day, i) => {
    const previous = strip.days[i - 1]
    const gap = previous ? daysBetween(previous.date, day.date) - 1 : 0
    if (gap > 0) {
      close()
      rows.push({ kind: 'elided', days: gap })
      numbered = false
    } else if (weekly && weekday(day.date) === 0) close()
    if (day.used.length > 0) counted += 1
    row.push({
      ...drawDay(day, weekly ? weekday(day.date) : i, axis),
      ...marks(strip, i, axis),
      ...(counting === 'days' && numbered && day.used.length > 0 ? { ordinal: counted } : {}),
    })
  })
  close()
  return rows
}

/** Days with a name, neighbours with the same name together: `Tết Nguyên đán (16/02 – 20/02)`. */
export function namedDays(strip: Strip): { kind: StripDay['kind']; name: string; when: string }[] {
  const named: { kind: StripDay['kind']; name: string; from: string; to: string }[] = []
  for (const day of strip.days) {
    if (!day.name) continue
    const last = named.at(-1)
    if (last && last.name === day.name && last.kind === day.kind && daysBetween(last.to, day.date) === 1)
      last.to = day.date
    else named.push({ kind: day.kind, name: day.name, from: day.date, to: day.date })
  }
  return named.map(({ kind, name, from, to }) => ({
    kind,
    name,
    when: from === to ? formatDayMonth(from) : `${formatDayMonth(from)} – ${formatDayMonth(to)}`,
  }))
}

/** The office hours shared by every open day of the strip, or null where they differ. */
export function commonSessions(strip: Strip): readonly DayStretch[] | null {
  const open = strip.days.filter((day) => day.sessions.length > 0)
  const [first] = open
  if (!first) return null
  return open.every((day) => sessionsText(day.sessions) === sessionsText(first.sessions))
    ? first.sessions
    : null
}

/** Stretches of a day in one text: `07:30–11:30, 13:00–17:00`. */
export function sessionsText(sessions: readonly DayStretch[]): string {
  return sessions.map((s) => `${s.from}–${s.to}`).join(', ')
}

/** A day's counted time, short enough for its column: `8 giờ`, `7,5 giờ`, `2 giờ 17 phút`. */
export function usedText(minutes: number, locale: Locale): string {
  const [hour, hours, minute] = locale === 'vi' ? ['giờ', 'giờ', 'phút'] : ['hour', 'hours', 'min']
  const whole = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (whole === 0) return `${rest} ${minute}`
  if (rest === 0) return `${whole} ${whole === 1 ? hour : hours}`
  if (rest === 30) return `${formatNumber(minutes / 60, locale, 1)} ${hours}`
  return `${whole} ${whole === 1 ? hour : hours} ${rest} ${minute}`
}

/** Minutes in the given stretches. */
export function minutesIn(stretches: readonly DayStretch[]): number {
  return stretches.reduce((sum, s) => sum + minuteOf(s.to) - minuteOf(s.from), 0)
}

interface Axis {
  readonly from: number
  readonly to: number
}

/**
 * The hours a day's width stands for: the office's, and those a clock on the wall ran through outside them, with three
 * quarters of an hour either side.
 */
function officeHours(strip: Strip): Axis {
  const sessions = strip.days.flatMap((day) => [...day.sessions, ...day.used])
  if (sessions.length === 0) return { from: 0, to: 24 * 60 }
  const from = Math.min(...sessions.map((s) => minuteOf(s.from)))
  const to = Math.max(...sessions.map((s) => minuteOf(s.to)))
  return { from: Math.max(0, from - 45), to: Math.min(24 * 60, to + 45) }
}

function drawDay(day: StripDay, column: number, axis: Axis) {
  const piece = (s: DayStretch): Piece => {
    const x = place(minuteOf(s.from), axis)
    return { x, width: place(minuteOf(s.to), axis) - x }
  }
  return {
    day,
    column,
    open: day.sessions.length > 0,
    sessions: day.sessions.map(piece),
    used: day.used.map(piece),
    usedMinutes: minutesIn(day.used),
  }
}

/** Where the start and the due moment stand in the i-th day; a due moment at midnight ends the day before it. */
function marks(strip: Strip, i: number, axis: Axis): { start?: number; due?: number } {
  const day = strip.days[i]!
  const on = (at: string) => at.slice(0, 10) === day.date
  const endsHere = (at: string) =>
    formatTime(at as Strip['dueAt']) === '00:00' && daysBetween(day.date, at) === 1
  const minute = (at: Strip['dueAt']) => place(minuteOf(formatTime(at)), axis)
  return {
    ...(on(strip.startAt) ? { start: minute(strip.startAt) } : {}),
    ...(on(strip.dueAt) && formatTime(strip.dueAt) !== '00:00' ? { due: minute(strip.dueAt) } : {}),
    ...(endsHere(strip.dueAt) ? { due: 1 } : {}),
  }
}

function daysRow(days: readonly DrawnDay[], columns: number): StripRow {
  return { kind: 'days', columns, days, runs: runsOf(days), thread: threadOf(days) }
}

function runsOf(days: readonly DrawnDay[]): DayRun[] {
  const runs: { kind: StripDay['kind']; name?: string; column: number; span: number }[] = []
  for (const { day, column } of days) {
    if (day.kind === 'working') continue
    const last = runs.at(-1)
    if (last && last.kind === day.kind && last.name === day.name && last.column + last.span === column)
      last.span += 1
    else runs.push({ kind: day.kind, ...(day.name ? { name: day.name } : {}), column, span: 1 })
  }
  return runs
}

function threadOf(days: readonly DrawnDay[]): Piece | null {
  const first = days[0]!
  const last = days.at(-1)!
  const ends = days.flatMap((d) =>
    [d.start, d.due].filter((at) => at !== undefined).map((at) => d.column + at),
  )
  const begins = days.find((d) => d.start !== undefined)
  const stops = days.find((d) => d.due !== undefined)
  if (begins && stops) return { x: Math.min(...ends), width: Math.max(...ends) - Math.min(...ends) }
  if (begins) return { x: ends[0]!, width: last.column + 1 - ends[0]! }
  if (stops) return { x: first.column, width: ends[0]! - first.column }
  return { x: first.column, width: last.column + 1 - first.column }
}

function place(minute: number, axis: Axis): number {
  return Math.min(1, Math.max(0, (minute - axis.from) / (axis.to - axis.from)))
}

function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

/** Monday is 0. */
function weekday(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000
}
