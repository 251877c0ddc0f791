import type { LegalBasis, LegalClock, Limit, Locale } from '@motcua/domain'

type Instant = LegalClock['startedAt']

const weekdays = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const
const shortWeekdays = {
  vi: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const

/** A civil date or the Vietnam date of an instant, as `09/03/2026`. */
export function formatDate(when: string): string {
  return `${when.slice(8, 10)}/${when.slice(5, 7)}/${when.slice(0, 4)}`
}

/** Day and month only, as `09/03`, for places where the year is said elsewhere. */
export function formatDayMonth(when: string): string {
  return `${when.slice(8, 10)}/${when.slice(5, 7)}`
}

/** The clock time of an instant in Vietnam, as `17:00`. */
export function formatTime(at: Instant): string {
  return at.slice(11, 16)
}

/** The weekday of a civil date or instant, as it stands inside a sentence: `thứ Hai`, `Monday`. */
export function formatWeekday(when: string, locale: Locale): string {
  return weekdays[locale][weekdayIndex(when)]!
}

/** The weekday in two or three letters: `T2`, `Mon`. */
export function formatShortWeekday(when: string, locale: Locale): string {
  return shortWeekdays[locale][weekdayIndex(when)]!
}

/** A date with its weekday: `thứ Hai, 09/03/2026`. */
export function formatLongDate(when: string, locale: Locale): string {
  return `${formatWeekday(when, locale)}, ${formatDate(when)}`
}

/** An instant as a promise is read aloud: `17:00 thứ Hai, 09/03/2026`. */
export function formatMoment(at: Instant, locale: Locale): string {
  return `${formatTime(at)} ${formatLongDate(at, locale)}`
}

/** An instant in a table: `17:00 09/03/2026`. */
export function formatShortMoment(at: Instant): string {
  return `${formatTime(at)} ${formatDate(at)}`
}

/**
 * A stretch of working time in days, hours and minutes: `1 ngày 2 giờ`. From a day on, minutes are left out.
 * `minutesPerDay` is the length of one working day of the office.
 */
export function formatDuration(minutes: number, locale: Locale, minutesPerDay = 480): string {
  const whole = Math.floor(Math.abs(minutes))
  const days = Math.floor(whole / minutesPerDay)
  const hours = Math.floor((whole % minutesPerDay) / 60)
  const rest = (whole % minutesPerDay) % 60
  const parts = [
    days > 0 && count(days, locale, 'ngày', 'day'),
    hours > 0 && count(hours, locale, 'giờ', 'hour'),
    days === 0 && (rest > 0 || hours === 0) && count(rest, locale, 'phút', 'minute'),
  ]
  return parts.filter(Boolean).join(' ')
}

/**
 * Working minutes until a due moment, as an officer reads them: `còn 3 giờ 20 phút làm việc`, or
 * `quá 1 ngày 2 giờ` once it passed. Null (no limit) is the empty text.
 */
export function formatRemaining(minutes: number | null, locale: Locale, minutesPerDay = 480): string {
  if (minutes === null) return ''
  const length = formatDuration(minutes, locale, minutesPerDay)
  if (locale === 'vi') return minutes < 0 ? `quá ${length}` : `còn ${length} làm việc`
  return minutes < 0 ? `overdue by ${length}` : `${length} of working time left`
}

/** A length of legal time: `10 ngày làm việc`, `10 working days`; none at all is `trong ngày làm việc`. */
export function formatLimit(limit: Limit, locale: Locale): string {
  if (limit.n === 0) return locale === 'vi' ? 'trong ngày làm việc' : 'within the working day'
  switch (limit.unit) {
    case 'working-hour':
      return count(limit.n, locale, 'giờ làm việc', 'working hour')
    case 'working-day':
      return count(limit.n, locale, 'ngày làm việc', 'working day')
    case 'calendar-day':
      return count(limit.n, locale, 'ngày', 'calendar day')
    case 'month':
      return count(limit.n, locale, 'tháng', 'month')
    default:
      return limit.unit satisfies never
  }
}

/** Where a rule stands: `điểm a khoản 2 Điều 12, 246/QĐ-UBND`. */
export function formatBasis(basis: LegalBasis, locale: Locale): string {
  return `${formatPlace(basis, locale)}, ${basis.regulation}`
}

/** The place of a rule inside its regulation: `điểm a khoản 2 Điều 12`, `point a, clause 2, article 12`. */
export function formatPlace({ article, clause, point }: LegalBasis, locale: Locale): string {
  return locale === 'vi'
    ? [point && `điểm ${point}`, clause && `khoản ${clause}`, `Điều ${article}`].filter(Boolean).join(' ')
    : [point && `point ${point}`, clause && `clause ${clause}`, `article ${article}`]
        .filter(Boolean)
        .join(', ')
}

/** A whole or decimal number in the reader's notation: `1.234,5` in Vietnamese, `1,234.5` in English. */
export function formatNumber(value: number, locale: Locale, decimals = 0): string {
  const [whole = '', fraction = ''] = Math.abs(value).toFixed(decimals).split('.')
  const [thousands, point] = locale === 'vi' ? ['.', ','] : [',', '.']
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands)
  return `${value < 0 ? '−' : ''}${grouped}${fraction && point + fraction}`
}

/** An amount of đồng: `120.000 đồng`, `VND 120,000`. */
export function formatMoney(dong: number, locale: Locale): string {
  const amount = formatNumber(dong, locale)
  return locale === 'vi' ? `${amount} đồng` : `VND ${amount}`
}

/** A file's size: `860 KB`, `2,4 MB`. Whole numbers show no decimals. */
export function formatBytes(bytes: number, locale: Locale): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${formatNumber(Math.round(bytes / 1024), locale)} KB`
  const megabytes = Math.round((bytes / 1024 / 1024) * 10) / 10
  return `${formatNumber(megabytes, locale, Number.isInteger(megabytes) ? 0 : 1)} MB`
}

function count(n: number, locale: Locale, vi: string, en: string): string {
  return locale === 'vi' ? `${n} ${vi}` : `${n} ${en}${n === 1 ? '' : 's'}`
}

/** Sunday is 0. Counted in UTC on the civil date, so no time zone can move it. */
function weekdayIndex(when: string): number {
  return new Date(`${when.slice(0, 10)}T00:00:00Z`).getUTCDay()
}
