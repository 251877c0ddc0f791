import { addWorkingDays, day, fromMoment, instant, toMoment, type Instant } from '@motcua/calendar'
import { DayInput, faults, issueApology as decide, type Actor, type ReasonSentence } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToChange, staffOf } from '../dossier/reach.ts'
import { wordMoment } from '../notices/wording.ts'
import { operation, type Room } from '../operation.ts'
import { record } from '../record.ts'
import { factsOf } from './facts.ts'
import { apologyTerms } from './terms.ts'

/** What the office says when it apologises. */
export const ApologyInput = z.object({
  dossierId: z.uuid(),
  fault: z.enum(faults),
  /** Received at one place and returned at another (TQ25-25.1c). */
  split: z.boolean().default(false),
  reason: z.string().trim().max(1000),
  /** Day of the new appointment, where there is to be one. */
  newDueOn: DayInput.optional(),
  /** Hour of it, `HH:MM`; without one, the close of that working day. */
  newDueTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
})

/** Issues the apology and re-appointment slip of a dossier that will be, or is, late. */
export const issueApology = operation({
  name: 'lateness.issueApology',
  may: 'dossier:issue-apology',
  input: ApologyInput,

  async run(room, { dossierId, fault, split, reason, newDueOn, newDueTime }): Promise<void> {
    const dossier = await getDossierToChange(room, dossierId)
    const newDueAt = newDueOn === undefined ? undefined : momentOf(room, newDueOn, newDueTime)
    const command = {
      at: room.now,
      by: staffOf(room.actor).fullName,
      fault,
      split,
      reason,
      atOneStop: isOneStop(room.actor),
      ...(newDueAt !== undefined && { newDueAt }),
    }
    const facts = factsOf(dossier, room.now, { fault, split })
    const { extension, ...terms } = apologyTerms(room.tenant, facts)
    const said = newDueAt === undefined ? [] : [sayNewDate(facts.promise.dueAt, newDueAt)]
    await record(room, dossier, decide(dossier, command, { ...terms, extension: { ...extension, said } }))
  },
})

/** Whether somebody belongs to the one-stop section, which moves dates in the System (TQ25-25.2b). */
export function isOneStop(actor: Actor): boolean {
  const { roles } = staffOf(actor)
  return roles.includes('one-stop-officer') || roles.includes('one-stop-head')
}

function sayNewDate(from: Instant, to: Instant): ReasonSentence {
  return {
    vi: `Cơ quan xin lỗi và hẹn lại: từ ${wordMoment(from, 'vi')} sang ${wordMoment(to, 'vi')}.`,
    en: `The office apologised and re-appointed the result: from ${wordMoment(from, 'en')} to ${wordMoment(to, 'en')}.`,
  }
}

/** A day of the new appointment ends at the close of business; a day off moves to the next working day (AMB-03). */
export function momentOf({ tenant }: Pick<Room, 'tenant'>, on: string, time?: string): Instant {
  if (time !== undefined) return instant(`${day(on)}T${time}:00+07:00`)
  const midnight = instant(`${day(on)}T00:00:00+07:00`)
  return fromMoment(addWorkingDays(tenant.rules.calendar, toMoment(midnight), 0))
}
