import type { Answers, Field } from '@motcua/domain'

/** What a person typed into the three boxes of a date, as typed. */
export interface DateParts {
  readonly day: string
  readonly month: string
  readonly year: string
}

/**
 * Three boxes to one answer: `YYYY-MM-DD` when they read as numbers of a date (one or two digits for day and
 * month), otherwise `day/month/year` as typed, so that nothing a person wrote is lost; empty when all are empty.
 * Whether the date exists is for the form's checks to say.
 */
export function joinDate(parts: DateParts): string {
  const [day, month, year] = [parts.day.trim(), parts.month.trim(), parts.year.trim()]
  if (!day && !month && !year) return ''
  if (/^\d{1,2}$/.test(day) && /^\d{1,2}$/.test(month) && /^\d{4}$/.test(year)) {
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  }
  return `${day}/${month}/${year}`
}

/** One answer back to its three boxes; the reverse of `joinDate`. */
export function splitDate(value: string): DateParts {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (iso) return { day: String(Number(iso[3])), month: String(Number(iso[2])), year: iso[1]! }
  const [day = '', month = '', year = ''] = value.split('/')
  return { day, month, year }
}

/** The answers of a posted form page: one text per field, dates joined from their three boxes. */
export function readAnswers(posted: FormData, fields: readonly Field[]): Answers {
  const text = (name: string) => {
    const value = posted.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  return Object.fromEntries(
    fields.map((field) => [
      field.id,
      field.kind === 'date'
        ? joinDate({
            day: text(`${field.id}-day`),
            month: text(`${field.id}-month`),
            year: text(`${field.id}-year`),
          })
        : text(field.id),
    ]),
  )
}
