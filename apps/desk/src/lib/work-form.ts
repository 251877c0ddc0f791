import { joinDate } from '@motcua/ui/date-parts'
import type { ShownError } from '@motcua/ui/field-errors'

export const mostNote = 2000
export const mostText = 4000

/** A day as it is posted: in three boxes, or whole from the page that checks it. */
export function dayOf(text: (name: string) => string, name: string): string {
  const [day, month, year] = [text(`${name}-day`), text(`${name}-month`), text(`${name}-year`)]
  return text(name) || joinDate({ day, month, year })
}

/** A day typed as three boxes and a time typed as one, as a moment in Việt Nam; nothing where either is no such thing. */
export function momentOf(day: string, time: string): string | undefined {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  const clock = timeOf(time)
  if (!date || !clock) return undefined
  const moment = `${day}T${clock}:00+07:00`
  return isDay(day) ? moment : undefined
}

/** Whether a text is a day that exists. */
function isDay(day: string): boolean {
  const there = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(there.getTime()) && there.toISOString().startsWith(day)
}

/** `8:30`, `8h30`, `08.30` as `08:30`; nothing where it is no time of a day. */
export function timeOf(time: string): string | undefined {
  const found = /^(\d{1,2})\s*[:hg.]\s*(\d{2})$/i.exec(time.trim())
  if (!found) return undefined
  const [hours, minutes] = [Number(found[1]), Number(found[2])]
  if (hours > 23 || minutes > 59) return undefined
  return `${String(hours).padStart(2, '0')}:${found[2]}`
}

/** An error at a field where something is missing. */
export function missing(field: string, value: unknown, text: string): ShownError[] {
  return value ? [] : [{ href: `#${field}`, text }]
}
