import { promiseOf } from '../clocks/promise.ts'
import { raise } from './alerts.ts'
import type { ErrandHandler } from './handler.ts'
import { nextReminder } from './reminder-times.ts'
import { intakeReminders } from './watch-intake.ts'
import { promiseReminders } from './watch-promise.ts'

/** Reminds of an intake check that is still open, and comes back for the next time. */
export const remindOfIntake: ErrandHandler = async (room) => {
  const { tenant, now, dossier, then } = room
  if (dossier.phase !== 'submitted' || dossier.attempt !== then.attempt) return undefined
  const { dueAt } = dossier.intakeClock
  await raise(room, 'intake-reminder', ['officer'], dueAt ?? undefined)
  return nextReminder(intakeReminders(tenant, dossier.submittedAt, dueAt), now)
}

/** Reminds of a promise that still stands, and comes back for the next time. */
export const remindOfPromise: ErrandHandler = async (room) => {
  const { tenant, now, dossier, then } = room
  const promise = promiseOf(dossier)
  if (!promise || promise.dueAt !== promiseOf(then)?.dueAt) return undefined
  await raise(room, 'promise-reminder', ['officer'], promise.dueAt)
  return nextReminder(promiseReminders(tenant, promise.dueAt, promise.acceptedAt), now)
}
