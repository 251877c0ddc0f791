import { raiseAlert } from '@motcua/db'
import { promiseOf } from '../clocks/promise.ts'
import type { ErrandHandler } from './handler.ts'
import { nextReminder } from './reminder-times.ts'
import { intakeReminders } from './watch-intake.ts'
import { promiseReminders } from './watch-promise.ts'

/** Reminds of an intake check that is still open, and comes back for the next time. */
export const remindOfIntake: ErrandHandler = async ({ tx, tenant, now, errand, dossier, then }) => {
  if (dossier.phase !== 'submitted' || dossier.attempt !== then.attempt) return undefined
  const { dueAt } = dossier.intakeClock
  await raiseAlert(tx, {
    dossierId: dossier.id,
    eventVersion: errand.eventVersion,
    kind: 'intake-reminder',
    audience: 'officer',
    phase: 'submitted',
    at: now,
    ...(dueAt !== null && { dueAt }),
  })
  return nextReminder(intakeReminders(tenant, dossier.submittedAt, dueAt), now)
}

/** Reminds of a promise that still stands, and comes back for the next time. */
export const remindOfPromise: ErrandHandler = async ({ tx, tenant, now, errand, dossier, then }) => {
  const promise = promiseOf(dossier)
  if (!promise || promise.dueAt !== promiseOf(then)?.dueAt) return undefined
  await raiseAlert(tx, {
    dossierId: dossier.id,
    eventVersion: errand.eventVersion,
    kind: 'promise-reminder',
    audience: 'officer',
    phase: 'processing',
    at: now,
    dueAt: promise.dueAt,
  })
  return nextReminder(promiseReminders(tenant, promise.dueAt, promise.acceptedAt), now)
}
