import type postgres from 'postgres'

/**
 * How values of PostgreSQL read here: a `date` stays the text `YYYY-MM-DD` (as a JavaScript Date it would move a day
 * west of Greenwich), a `timestamptz` is an `Instant`, whole seconds at +07:00.
 */
export const types = {
  date: { to: 1082, from: [1082], serialize: (value: string) => value, parse: (text: string) => text },
  instant: { to: 1184, from: [1184], serialize: (value: string) => value, parse: instantOf },
} satisfies Record<string, postgres.PostgresType>

/**
 * Settings of a connection. The first two make `types` true: the server writes moments at +07:00, whatever its own zone.
 * Our statements are short: compiling them just in time costs more than it saves.
 */
export const parameters = { TimeZone: '<+07>-07', DateStyle: 'ISO', jit: 'off', application_name: 'motcua' }

/** `2026-08-04 09:30:00.12+07` → `2026-08-04T09:30:00+07:00`; `infinity` stays as it is. */
function instantOf(text: string): string {
  if (!text.endsWith('+07')) return text
  return `${text.slice(0, 10)}T${text.slice(11, 19)}+07:00`
}
