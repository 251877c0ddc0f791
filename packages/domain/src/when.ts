import { day, type CivilDate, type Instant } from '@motcua/calendar'
import { z } from 'zod'

/** Days an office may speak of: nobody files from the eighteenth century, and no clock runs into the twenty-third. */
const earliest = '1800-01-01'
const latest = '2200-01-01'

/** A day as input, `2026-03-06`: one that the calendar has. */
export const DayInput = z.string().transform((text, context): CivilDate => {
  if (text >= earliest && text < latest && isDay(text)) return text as CivilDate
  context.addIssue({ code: 'custom', message: 'not-a-date', params: { code: 'not-a-date' } })
  return z.NEVER
})

/** A moment as input, the way windows send it: `2026-03-06T17:30:00+07:00`. */
export const MomentInput = z.string().transform((text, context): Instant => {
  const written = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\+07:00$/.exec(text)
  if (written && text >= earliest && text < latest && isDay(written[1]!)) return text as Instant
  context.addIssue({ code: 'custom', message: 'not-a-date', params: { code: 'not-a-date' } })
  return z.NEVER
})

function isDay(text: string): boolean {
  try {
    return day(text) === text
  } catch {
    return false
  }
}
