import { type Moment, type WorkCalendar, addCivilMonths, fromMoment } from '@motcua/calendar'
import type { Unit } from '../../ast/nodes.ts'
import { dayNumber } from '../../compile/days.ts'
import type { Term } from './term.ts'

/**
 * The office's time minute by minute, written out so that a deadline is worked out for every minute there is. It shares
 * nothing with the calendar's own arithmetic but the hours of each day: the two prove each other.
 */
export interface MinuteImage {
  readonly calendar: WorkCalendar
  /** Per minute from the first covered day: minutes worked before it. */
  readonly worked: Int32Array
  /** Per worked minute: the minute at which it ends, and the minute at which it begins. */
  readonly ends: Int32Array
  readonly begins: Int32Array
  /** Per day: the close of business of the day, or of the next working day where the office does not work on it. */
  readonly close: Int32Array
}

const perDay = 1_440

/** Writes the time of an office out, minute by minute. */
export function minuteImage(calendar: WorkCalendar): MinuteImage {
  const { length, pattern, patterns, before } = calendar
  const worked = new Int32Array(length * perDay + 1)
  const total = before[before.length - 1]! / 60
  const ends = new Int32Array(total + 1)
  const begins = new Int32Array(total + 1)
  const close = new Int32Array(length)
  let sum = 0
  for (let day = 0; day < length; day++) {
    const { bounds } = patterns[pattern[day]!]!
    let at = day * perDay
    for (let i = 0; i < bounds.length; i += 2) {
      const [open, shut] = [day * perDay + bounds[i]! / 60, day * perDay + bounds[i + 1]! / 60]
      while (at < open) worked[at++] = sum
      while (at < shut) {
        begins[sum] = at
        worked[at++] = sum++
        ends[sum] = at
      }
    }
    const end = (day + 1) * perDay
    while (at < end) worked[at++] = sum
    close[day] = bounds.length > 0 ? day * perDay + bounds[bounds.length - 1]! / 60 : -1
  }
  worked[length * perDay] = sum
  for (let day = length - 2; day >= 0; day--) if (close[day]! < 0) close[day] = close[day + 1]!
  return { calendar, worked, ends, begins, close }
}

/** Minutes on which the left deadline is later and earlier, worked out one by one; the slow twin of `compareClocks`. */
export function compareMinutes(
  image: MinuteImage,
  left: Term,
  right: Term,
  from: Moment,
  to: Moment,
): { minutes: number; later: number; earlier: number } {
  const base = image.calendar.first * 86_400 - 25_200
  const [first, last] = [Math.ceil((from - base) / 60), Math.floor((to - base) / 60)]
  const [a, b] = [new Int32Array(chunk), new Int32Array(chunk)]
  const [spareA, spareB] = [new Int32Array(chunk), new Int32Array(chunk)]
  let [later, earlier] = [0, 0]
  for (let at = first; at <= last; at += chunk) {
    const count = Math.min(chunk, last - at + 1)
    fill(image, left, at, count, a, spareA)
    fill(image, right, at, count, b, spareB)
    for (let i = 0; i < count; i++) {
      if (a[i]! > b[i]!) later++
      else if (a[i]! < b[i]!) earlier++
    }
  }
  return { minutes: Math.max(0, last - first + 1), later, earlier }
}

/** Small enough to stay in the processor's cache. */
const chunk = 4_096

/** Writes the deadline of each of `count` minutes from `at` into `out`. */
function fill(image: MinuteImage, term: Term, at: number, count: number, out: Int32Array, spare: Int32Array) {
  const { worked, begins } = image
  switch (term.k) {
    case 'event':
      for (let i = 0; i < count; i++) out[i] = at + i
      return
    case 'later':
    case 'earlier': {
      fill(image, term.of[0], at, count, out, spare)
      const other = new Int32Array(count)
      fill(image, term.of[1], at, count, other, spare)
      for (let i = 0; i < count; i++) {
        if (term.k === 'later' ? other[i]! > out[i]! : other[i]! < out[i]!) out[i] = other[i]!
      }
      return
    }
  }
  fill(image, term.of, at, count, out, spare)
  switch (term.k) {
    case 'outside':
      for (let i = 0; i < count; i++) out[i] = begins[worked[out[i]!]!]!
      return
    case 'received':
      for (let i = 0; i < count; i++) out[i] = received(image, out[i]!, term.second / 60)
      return
    case 'opening':
      for (let i = 0; i < count; i++) out[i] = openingAfter(image, out[i]!)
      return
    case 'add':
      return added(image, term.n, term.unit, count, out)
    case 'before':
      return subtracted(image, term.n, term.unit, count, out)
  }
}

function added(image: MinuteImage, n: number, unit: Unit, count: number, out: Int32Array): void {
  const { worked, ends, close } = image
  switch (unit) {
    case 'minute':
    case 'clock-hour':
      for (let i = 0; i < count; i++) out[i] = out[i]! + (unit === 'minute' ? n : n * 60)
      return
    case 'working-hour':
      for (let i = 0; i < count; i++) out[i] = ends[worked[out[i]!]! + n * 60]!
      return
    case 'working-day':
      if (n === 0) for (let i = 0; i < count; i++) out[i] = endOfDay(image, out[i]!)
      else byDay(count, out, (day) => daysOn(image, day, n))
      return
    case 'calendar-day':
      for (let i = 0; i < count; i++) out[i] = close[Math.floor(out[i]! / perDay) + n]!
      return
    case 'month':
      byDay(count, out, (day) => close[monthsOn(image, day, n)]!)
  }
}

function subtracted(image: MinuteImage, n: number, unit: Unit, count: number, out: Int32Array): void {
  const { worked, begins } = image
  switch (unit) {
    case 'minute':
    case 'clock-hour':
      for (let i = 0; i < count; i++) out[i] = out[i]! - (unit === 'minute' ? n : n * 60)
      return
    case 'working-hour':
      for (let i = 0; i < count; i++) out[i] = begins[worked[out[i]!]! - n * 60]!
      return
    case 'calendar-day':
      byDay(count, out, (day) => daysBack(image, day - n, 0))
      return
    default:
      byDay(count, out, (day) => daysBack(image, day, n))
  }
}

const works = ({ calendar }: MinuteImage, day: number): boolean => calendar.pattern[day] !== 0

/** What depends on the day alone is worked out once for the minutes of a day that follow each other. */
function byDay(count: number, out: Int32Array, of: (day: number) => number): void {
  let [known, answer] = [-1, 0]
  for (let i = 0; i < count; i++) {
    const day = Math.floor(out[i]! / perDay)
    if (day !== known) [known, answer] = [day, of(day)]
    out[i] = answer
  }
}

/** The close of the day, or of the next working day where no session is left. */
function endOfDay({ calendar, close }: MinuteImage, minute: number): number {
  const day = Math.floor(minute / perDay)
  return calendar.pattern[day] !== 0 && minute >= close[day]! ? close[day + 1]! : close[day]!
}

/** The close of the n-th working day after, counted by walking over the days. */
function daysOn(image: MinuteImage, from: number, n: number): number {
  let day = from
  for (let left = n; left > 0;) if (works(image, ++day)) left--
  return image.close[day]!
}

function daysBack(image: MinuteImage, from: number, n: number): number {
  let day = from
  if (n === 0) while (!works(image, day)) day--
  for (let left = n; left > 0;) if (works(image, --day)) left--
  return image.close[day]!
}

function received(image: MinuteImage, minute: number, cutoff: number): number {
  const day = Math.floor(minute / perDay)
  const late = works(image, day) && minute - day * perDay > cutoff
  if (!late && works(image, day)) return minute
  return openingAfter(image, minute)
}

function openingAfter(image: MinuteImage, minute: number): number {
  let next = Math.floor(minute / perDay) + 1
  while (!works(image, next)) next++
  return next * perDay + image.calendar.patterns[image.calendar.pattern[next]!]!.bounds[0]! / 60
}

function monthsOn({ calendar }: MinuteImage, day: number, n: number): number {
  const date = fromMoment((calendar.first + day) * 86_400 - 25_200).slice(0, 10)
  return dayNumber(addCivilMonths(date as Parameters<typeof addCivilMonths>[0], n)) - calendar.first
}
