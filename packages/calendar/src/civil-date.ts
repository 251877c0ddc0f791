import type { CivilDate } from './time.ts'

/** Monday is 1, Sunday is 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** The day that many days later; earlier for a negative number. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return dayOfNumber(dayNumber(date) + days)
}

/** The same day of the month that many months later, or the last day of a month too short to have it. */
export function addCivilMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, dayOfMonth } = partsOf(date)
  const counted = year * 12 + month - 1 + months
  const targetYear = Math.floor(counted / 12)
  const targetMonth = (counted % 12) + 1
  const last = daysInMonth(targetYear, targetMonth)
  return dayOfNumber(numberOf(targetYear, targetMonth, Math.min(dayOfMonth, last)))
}

export function weekdayOf(date: CivilDate): Weekday {
  return weekdayOfNumber(dayNumber(date))
}

/** Days since 1970-01-01, which was a Thursday. */
export function dayNumber(date: CivilDate): number {
  const { year, month, dayOfMonth } = partsOf(date)
  return numberOf(year, month, dayOfMonth)
}

export function weekdayOfNumber(number: number): Weekday {
  return (((((number + 3) % 7) + 7) % 7) + 1) as Weekday
}

/** The civil date of a day number; years 0001 to 9999, beyond which text order is no longer time order. */
export function dayOfNumber(number: number): CivilDate {
  if (number >= 0 && number < written.length) return (written[number] ??= writeDay(number))
  return writeDay(number)
}

/** The dates of 1970 to 2079 as they have been asked for: the days of a few years are written over and over. */
const written: (CivilDate | undefined)[] = Array.from({ length: 40_177 }, () => undefined)

function writeDay(number: number): CivilDate {
  // The year is counted from 1 March, so that the leap day is its last one; eras of 400 years repeat exactly.
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  if (!(year >= 1 && year <= 9_999)) throw new RangeError(`no civil date has the day number ${number}`)
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}` as CivilDate
}

/** Gregorian day number; a day past the end of its month runs on into the next one. */
function numberOf(year: number, month: number, dayOfMonth: number): number {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

export function daysInMonth(year: number, month: number): number {
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1]
  return numberOf(nextYear, nextMonth, 1) - numberOf(year, month, 1)
}

/** Reads the digits in place: a date is parsed millions of times, and its form is already known to be right. */
function partsOf(date: CivilDate): { year: number; month: number; dayOfMonth: number } {
  const digit = (at: number) => date.charCodeAt(at) - 48
  return {
    year: digit(0) * 1_000 + digit(1) * 100 + digit(2) * 10 + digit(3),
    month: digit(5) * 10 + digit(6),
    dayOfMonth: digit(8) * 10 + digit(9),
  }
}

const twoDigits = (n: number) => (n < 10 ? `0${n}` : `${n}`)
