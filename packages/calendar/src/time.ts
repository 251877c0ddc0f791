import { dayNumber, dayOfNumber, daysInMonth } from './civil-date.ts'

declare const civil: unique symbol
declare const instant_: unique symbol

/** A day on the civil calendar, written `YYYY-MM-DD`. It has no hour and no time zone. */
export type CivilDate = string & { readonly [civil]: true }

/** A moment in Vietnam, to the second, always written `YYYY-MM-DDTHH:MM:SS+07:00`, so that text order is time order. */
export type Instant = string & { readonly [instant_]: true }

/** The same moment as whole seconds since 1970-01-01T00:00:00Z: what is counted with. */
export type Moment = number

export const SECONDS_PER_DAY = 86_400

/** Vietnam keeps one time all year, seven hours ahead of UTC; no time zone of the machine is ever asked. */
export const VIETNAM_OFFSET_SECONDS = 7 * 3_600

const ISO_WITH_OFFSET =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:(Z)|([+-])(\d{2}):?(\d{2})?)$/i

/**
 * Reads a moment written in ISO 8601 with an offset or `Z`, and gives it in its one canonical form, Vietnam time.
 * Fractions of a second are dropped. Without an offset the text could mean two moments: RangeError.
 */
export function instant(text: string): Instant {
  const found = ISO_WITH_OFFSET.exec(text)
  if (!found) {
    throw new RangeError(
      `expected a moment with its offset, such as \`2026-03-06T16:00:00+07:00\`, found \`${text}\``,
    )
  }
  const [, date, hours, minutes, seconds = '00', zulu, sign, offsetHours, offsetMinutes = '00'] = found
  const secondOfDay = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59 || Number(offsetMinutes) > 59) {
    throw new RangeError(`no such time of day: \`${text}\``)
  }
  const offset = zulu
    ? 0
    : (Number(offsetHours) * 3_600 + Number(offsetMinutes) * 60) * (sign === '-' ? -1 : 1)
  return fromMoment(dayNumber(day(date!)) * SECONDS_PER_DAY + secondOfDay - offset)
}

/**
 * Reads a moment as `instant` does, and gives it to count with. The canonical form, in which moments are kept and sent,
 * is read digit by digit; any other goes the long way.
 */
export function readMoment(text: string): Moment {
  return isCanonical(text) ? toMoment(text as Instant) : toMoment(instant(text))
}

/** True of the canonical text of a moment that the calendar has. */
function isCanonical(text: string): boolean {
  if (text.length !== 25 || !text.endsWith('+07:00')) return false
  for (let i = 0; i < 19; i++) {
    const code = text.charCodeAt(i)
    const mark = i === 4 || i === 7 ? 45 : i === 10 ? 84 : i === 13 || i === 16 ? 58 : 0
    if (mark === 0 ? code < 48 || code > 57 : code !== mark) return false
  }
  const two = (from: number) => (text.charCodeAt(from) - 48) * 10 + text.charCodeAt(from + 1) - 48
  const [year, month, dayOfMonth] = [two(0) * 100 + two(2), two(5), two(8)]
  return (
    year > 0 &&
    month > 0 &&
    month <= 12 &&
    dayOfMonth > 0 &&
    dayOfMonth <= daysInMonth(year, month) &&
    two(11) < 24 &&
    two(14) < 60 &&
    two(17) < 60
  )
}

/** Reads a civil date; a day that no calendar has, such as 2026-02-30, is a RangeError. */
export function day(text: string): CivilDate {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const date = text as CivilDate
    if (dayOfNumber(dayNumber(date)) === date) return date
  }
  throw new RangeError(`expected a date such as \`2026-03-06\`, found \`${text}\``)
}

/** The canonical text of a moment as countable seconds. */
export function toMoment(at: Instant): Moment {
  const two = (from: number) => (at.charCodeAt(from) - 48) * 10 + at.charCodeAt(from + 1) - 48
  const secondOfDay = two(11) * 3_600 + two(14) * 60 + two(17)
  return dayNumber(at as string as CivilDate) * SECONDS_PER_DAY + secondOfDay - VIETNAM_OFFSET_SECONDS
}

/** Countable seconds as the canonical text of a moment. */
export function fromMoment(moment: Moment): Instant {
  const local = moment + VIETNAM_OFFSET_SECONDS
  const number = Math.floor(local / SECONDS_PER_DAY)
  return `${dayOfNumber(number)}T${timeOfDay(local - number * SECONDS_PER_DAY)}+07:00` as Instant
}

/** The date it is in Vietnam at that moment. */
export function dateOf(at: Instant): CivilDate {
  return at.slice(0, 10) as CivilDate
}

function timeOfDay(second: number): string {
  const hours = Math.floor(second / 3_600)
  const minutes = Math.floor(second / 60) % 60
  return `${twoDigits(hours)}:${twoDigits(minutes)}:${twoDigits(second % 60)}`
}

const twoDigits = (n: number) => (n < 10 ? `0${n}` : `${n}`)
