import type { MonthEnd, Unit } from '../src/ast/nodes.ts'
import { nationalFiles, programOf } from './law.ts'

/**
 * Legal time the slow way: day by day, minute by minute, with nothing but the list of national days and the hours the
 * worked cases assume. Moments are whole minutes since 1970-01-01 00:00 of Vietnam.
 */
const { days: national } = programOf(nationalFiles).calendar
const off = new Set(national.filter(({ kind }) => kind !== 'swapped-work').map(({ date }) => date))
const madeUp = new Set(national.filter(({ kind }) => kind === 'swapped-work').map(({ date }) => date))

export const dayMinutes = 1_440
const sessions = [
  [450, 720],
  [810, 1_020],
] as const
export const [opening, closing] = [450, 1_020]

export const minuteOf = (at: string): number => Date.parse(`${at.slice(0, 16)}:00Z`) / 60_000
export const instantOf = (minute: number): string =>
  `${new Date(minute * 60_000).toISOString().slice(0, 19)}+07:00`
export const dayOf = (minute: number): number => Math.floor(minute / dayMinutes)
const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

const known = new Map<number, boolean>()
export function works(day: number): boolean {
  let found = known.get(day)
  if (found === undefined) {
    const date = dateOf(day)
    const weekday = new Date(day * 86_400_000).getUTCDay()
    found = madeUp.has(date) || (!off.has(date) && weekday >= 1 && weekday <= 5)
    known.set(day, found)
  }
  return found
}

/** Whether the office is open during the minute that begins then. */
export function open(minute: number): boolean {
  if (!works(dayOf(minute))) return false
  const inDay = minute - dayOf(minute) * dayMinutes
  return sessions.some(([from, to]) => inDay >= from && inDay < to)
}

export function nextOpen(minute: number): number {
  let at = minute
  while (!open(at)) at++
  return at
}

export function workingDayFrom(day: number): number {
  let at = day
  while (!works(at)) at++
  return at
}

export const closeOf = (day: number): number => day * dayMinutes + closing
export const openingOf = (day: number): number => day * dayMinutes + opening

/** The close of a working day on or after, the day of a moment that is still before it. */
export function closeFrom(minute: number): number {
  const day = dayOf(minute)
  return works(day) && minute < closeOf(day) ? closeOf(day) : closeOf(workingDayFrom(day + 1))
}

/** The day so many months after another, or what is said of a month that has no such day. */
export function monthsOn(day: number, n: number, monthEnd: MonthEnd): number {
  const from = new Date(day * 86_400_000)
  const target = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + n, 1)
  const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + n + 1, 0)).getUTCDate()
  const wanted = from.getUTCDate()
  if (wanted <= last) return target / 86_400_000 + wanted - 1
  return target / 86_400_000 + (monthEnd === 'last-day' ? last - 1 : last)
}

export interface Length {
  readonly n: number
  readonly unit: Unit
  readonly monthEnd?: MonthEnd
}

export function after(minute: number, { n, unit, monthEnd = 'last-day' }: Length): number {
  if (unit === 'minute') return minute + n
  if (unit === 'clock-hour') return minute + n * 60
  if (unit === 'working-hour') {
    let at = minute
    for (let left = n * 60; left > 0; at++) if (open(at)) left--
    return at
  }
  let day = dayOf(minute)
  if (unit === 'month') day = monthsOn(day, n, monthEnd)
  else for (let left = n; left > 0;) if (works(++day) || unit === 'calendar-day') left--
  return closeOf(workingDayFrom(day))
}

export function before(minute: number, { n, unit }: Length): number {
  if (unit === 'minute') return minute - n
  if (unit === 'clock-hour') return minute - n * 60
  if (unit === 'working-hour') {
    // The latest moment from which that much office time is left.
    let at = minute
    for (let left = n * 60; left > 0;) if (open(--at)) left--
    return at
  }
  let day = dayOf(minute)
  if (unit === 'calendar-day') {
    day -= n
    while (!works(day)) day--
  } else for (let left = n; left > 0;) if (works(--day)) left--
  return closeOf(day)
}
