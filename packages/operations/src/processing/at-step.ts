import { staffWithRole } from '@motcua/db'
import {
  Forbidden,
  Refused,
  rolesAt,
  stepOf,
  type Dossier,
  type Holder,
  type StaffRole,
  type Work,
} from '@motcua/domain'
import { staffOf } from '../dossier/reach.ts'
import type { Room } from '../operation.ts'

/** The member of staff who acts, as a holder of steps. */
export function holderOf({ actor }: Pick<Room, 'actor'>): Holder {
  const { accountId, fullName } = staffOf(actor)
  return { accountId, fullName }
}

/** What every deed on a step carries: when, who, and whose account. */
export function deedOf(room: Pick<Room, 'actor' | 'now'>) {
  const { accountId, fullName } = holderOf(room)
  return { at: room.now, by: fullName, accountId }
}

/** The work on a dossier. @throws Refused where it was not begun */
export function workIn(dossier: Dossier): Work {
  const work = 'work' in dossier ? dossier.work : undefined
  if (!work) throw new Refused({ code: 'work-not-started' })
  return work
}

/** Whether the actor's body takes the present step. */
export function isAtBody({ actor }: Pick<Room, 'actor'>, work: Work): boolean {
  return staffOf(actor).agencyId === work.agencyId || rolesAt(staffOf(actor), work.agencyId).length > 0
}

/** @throws Forbidden where the actor is of another body, or has not the role of the present step */
export function mustFit(room: Pick<Room, 'actor'>, work: Work): void {
  const roles = rolesAt(staffOf(room.actor), work.agencyId)
  if (!isAtBody(room, work) || !hasRole(roles, stepOf(work).role)) throw new Forbidden('work:do')
}

/** Whether somebody of these roles may take a step of this one: the head of the section does what its officers do. */
export function hasRole(roles: readonly StaffRole[], role: string): boolean {
  return roles.some((one) => one === role || (one === 'one-stop-head' && role === 'one-stop-officer'))
}

/** @throws Forbidden where the actor leads neither the body of the present step nor the one that received the dossier */
export function mustLead({ actor }: Pick<Room, 'actor'>, dossier: Dossier, work: Work): void {
  const leads = [work.agencyId, dossier.agencyId].some((body) =>
    rolesAt(staffOf(actor), body).some((role) => role === 'leader' || role === 'one-stop-head'),
  )
  if (!leads) throw new Forbidden('work:assign')
}

/** Somebody at the body of a step who has its role. @throws Refused where there is no such person there */
export async function fitHolder(
  { tx }: Room,
  { agencyId, role }: { readonly agencyId: string; readonly role: string },
  accountId: string,
): Promise<Holder> {
  const found = (await staffWithRole(tx, agencyId, role)).find((person) => person.accountId === accountId)
  if (!found) throw new Refused({ code: 'holder-unfit' })
  return found
}
