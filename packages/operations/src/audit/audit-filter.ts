import { addDays, instant, type CivilDate, type Instant } from '@motcua/calendar'
import { findStaff, type AuditFilter, type Tx } from '@motcua/db'
import { z } from 'zod'
import { deeds, type Deed } from './deeds.ts'

const Day = z.iso.date().transform((text) => text as CivilDate)
const Words = z.string().trim().max(200).optional()

/** What the auditor asks of the trail. Everything may be left out. */
export const AuditQuery = z.object({
  /** First and last day, by the clock of the office. */
  from: Day.optional(),
  to: Day.optional(),
  /** User name or id of an account, address of a visitor, or name of the system. */
  who: Words,
  deed: z.enum(Object.keys({ ...deeds, read: 0 }) as ['read', ...Deed[]]).optional(),
  /** All but readings of personal data. */
  withoutReads: z.boolean().optional(),
  thing: Words,
  thingId: Words,
})
export type AuditQuery = z.output<typeof AuditQuery>

/** The last entry of the page before. */
export const AuditCursor = z.object({
  at: z.iso.datetime({ offset: true }).transform((text) => text as Instant),
  lane: z.int(),
  seq: z.int(),
})

/** What the auditor asks, as the archive is asked for it. */
export async function filterOf(tx: Tx, query: AuditQuery): Promise<AuditFilter> {
  const { from, to, who, ...rest } = query
  const account = who ? await findStaff(tx, who) : undefined
  return {
    ...rest,
    thing: rest.thing || undefined,
    thingId: rest.thingId || undefined,
    from: from && startOf(from),
    to: to && startOf(addDays(to, 1)),
    actorId: account?.id ?? (who || undefined),
  }
}

function startOf(day: CivilDate): Instant {
  return instant(`${day}T00:00:00+07:00`)
}
