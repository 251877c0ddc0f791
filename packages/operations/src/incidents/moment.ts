import type { Instant } from '@motcua/calendar'

/** A moment as letters and banners write it: `14:30 ngày 24/11/2026`. */
export function moment(at: Instant, locale: 'vi' | 'en'): string {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(at)!
  const date = `${day}/${month}/${year}`
  return locale === 'vi' ? `${time} ngày ${date}` : `${time} on ${date}`
}
