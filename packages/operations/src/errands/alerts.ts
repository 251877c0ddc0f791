import type { Instant } from '@motcua/calendar'
import { raiseAlert, type AlertAudience } from '@motcua/db'
import { promiseOf } from '../clocks/promise.ts'
import { apologyNotice, apologyRequired } from '../lateness/terms.ts'
import type { ErrandHandler, ErrandRoom } from './handler.ts'

/** What the desk may be told. */
export const alertKinds = [
  'new-dossier',
  'intake-reminder',
  'intake-due',
  'intake-overdue',
  'promise-reminder',
  'apology-due',
  'apology-owed',
  'overdue',
  'opinion-overdue',
] as const
export type AlertKind = (typeof alertKinds)[number]

/** A dossier came in: the officer is alerted (ND118-17.2). */
export const sayNewDossier: ErrandHandler = async (room) => {
  const { dossier } = room
  if (isStillAtIntake(room)) {
    await raise(room, 'new-dossier', ['officer'], dossier.intakeClock.dueAt ?? undefined)
  }
  return undefined
}

/** The intake check falls due soon: the officer still has time. */
export const sayIntakeFallsDue: ErrandHandler = async (room) => {
  const { dueAt } = room.dossier.intakeClock
  if (isStillAtIntake(room) && dueAt !== null && dueAt === room.then.intakeClock.dueAt) {
    await raise(room, 'intake-due', ['officer'], dueAt)
  }
  return undefined
}

/** The intake check was not done in time: the head of the section is told. The dossier is not accepted by it (AMB-04). */
export const sayIntakeOverdue: ErrandHandler = async (room) => {
  const { dueAt } = room.dossier.intakeClock
  if (isStillAtIntake(room) && dueAt !== null && dueAt === room.then.intakeClock.dueAt) {
    await raise(room, 'intake-overdue', ['officer', 'head'], dueAt)
  }
  return undefined
}

/** The last moment for an apology comes near: who works on the dossier and the head still have time to do something. */
export const sayApologyFallsDue: ErrandHandler = async (room) => {
  const promise = standing(room)
  if (!promise || isApologised(room, promise.dueAt)) return undefined
  const noticeBy = apologyNotice(room.tenant, promise, room.now).answer
  if (noticeBy !== null) await raise(room, 'apology-due', everybody, noticeBy)
  return undefined
}

/** The promise is broken. Where no apology went out, it is still owed (AMB-12, LA19-11.3). */
export const sayPromiseBroken: ErrandHandler = async (room) => {
  const promise = standing(room)
  if (!promise) return undefined
  const { tenant, now } = room
  const owed =
    !isApologised(room, promise.dueAt) &&
    (apologyRequired(tenant, now).answer === true || apologyNotice(tenant, promise, now).answer !== null)
  await raise(room, owed ? 'apology-owed' : 'overdue', everybody, promise.dueAt)
  return undefined
}

const everybody: readonly AlertAudience[] = ['officer', 'head', 'holder']

/** The promise the errand was left for, where it still stands. */
function standing({ dossier, then }: ErrandRoom) {
  const promise = promiseOf(dossier)
  return promise && promise.dueAt === promiseOf(then)?.dueAt ? promise : undefined
}

function isStillAtIntake({ dossier, then }: ErrandRoom): boolean {
  return (
    dossier.phase === 'submitted' && dossier.attempt === then.attempt && dossier.agencyId === then.agencyId
  )
}

/** Whether somebody has apologised for this promise, or re-appointed to it and broken it again. */
function isApologised({ dossier }: ErrandRoom, dueAt: Instant): boolean {
  const apologies = 'apologies' in dossier ? (dossier.apologies ?? []) : []
  return apologies.some((apology) => apology.dueAt === dueAt)
}

/** Tells the desk, once for each event and audience. */
export async function raise(
  { tx, now, errand, dossier }: ErrandRoom,
  kind: AlertKind,
  audiences: readonly AlertAudience[],
  dueAt: Instant | undefined,
): Promise<void> {
  const { id: dossierId, phase } = dossier
  for (const audience of audiences) {
    const { eventVersion } = errand
    await raiseAlert(tx, {
      dossierId,
      eventVersion,
      kind,
      audience,
      phase,
      at: now,
      ...(dueAt !== undefined && { dueAt }),
    })
  }
}
