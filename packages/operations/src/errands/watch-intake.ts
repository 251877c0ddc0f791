import { fromMoment, subtractWorkingSeconds, toMoment, type Instant } from '@motcua/calendar'
import { warningsOf, type Dossier, type DossierEvent } from '@motcua/domain'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'
import type { LaterErrand } from './handler.ts'
import { justAfter, later } from './moments.ts'
import { nextReminder, type Reminders } from './reminder-times.ts'

type IntakeKind = 'alert-new-dossier' | 'alert-intake-due' | 'alert-intake-overdue' | 'remind-of-intake'

/**
 * While the intake check is open: the officer is alerted at once where the law wants an alert (ND118-17.2 gives the
 * System two hours for it), reminded as it says, warned before the time runs out, and the head of the section is told
 * when it has (AMB-04).
 */
export function watchIntake(
  tenant: Tenant,
  { intakeClock: { dueAt } }: Dossier,
  { at: submittedAt }: DossierEvent,
): readonly LaterErrand<IntakeKind>[] {
  const alertBy = determine<Instant | null>(tenant, 'intake.alert', { submittedAt }).answer
  const reminder = nextReminder(intakeReminders(tenant, submittedAt, dueAt), submittedAt)
  return [
    ...(alertBy === null ? [] : [{ kind: 'alert-new-dossier' as const, dueAt: submittedAt }]),
    ...(reminder === undefined ? [] : [{ kind: 'remind-of-intake' as const, dueAt: reminder }]),
    ...(dueAt === null
      ? []
      : [
          { kind: 'alert-intake-due' as const, dueAt: later(submittedAt, warnAt(tenant, dueAt)) },
          { kind: 'alert-intake-overdue' as const, dueAt: justAfter(dueAt) },
        ]),
  ]
}

/** The reminders the law sets while an intake check is open. */
export function intakeReminders(
  tenant: Tenant,
  submittedAt: Instant,
  dueAt: Instant | null,
): Reminders | null {
  const facts = { submittedAt, ...(dueAt !== null && { dueAt }) }
  return determine<Reminders | null>(tenant, 'intake.reminders', facts).answer
}

function warnAt({ rules: { intakeCalendar }, manifest }: Tenant, dueAt: Instant): Instant {
  const seconds = warningsOf(manifest).intakeWorkingHours * 3_600
  return fromMoment(subtractWorkingSeconds(intakeCalendar, toMoment(dueAt), seconds))
}
