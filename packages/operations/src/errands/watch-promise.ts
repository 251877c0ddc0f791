import { fromMoment, subtractWorkingDays, toMoment, type Instant } from '@motcua/calendar'
import { warningsOf, type Dossier, type DossierEvent } from '@motcua/domain'
import { promiseOf } from '../clocks/promise.ts'
import { apologyNotice } from '../lateness/terms.ts'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'
import type { LaterErrand } from './handler.ts'
import { justAfter, later } from './moments.ts'
import { nextReminder, type Reminders } from './reminder-times.ts'

type PromiseKind = 'alert-apology-due' | 'alert-promise-broken' | 'remind-of-promise'

/**
 * While a promise stands: the desk is warned some working days before the last moment for an apology (the province's
 * own target), reminded as the law says, and told when the promise is broken.
 */
export function watchPromise(
  tenant: Tenant,
  dossier: Dossier,
  { at }: DossierEvent,
): readonly LaterErrand<PromiseKind>[] {
  const promise = promiseOf(dossier)
  if (!promise) return []
  const { dueAt, acceptedAt } = promise
  const noticeBy = apologyNotice(tenant, promise, dueAt).answer
  const reminder = nextReminder(promiseReminders(tenant, dueAt, acceptedAt), at)
  return [
    ...(reminder === undefined ? [] : [{ kind: 'remind-of-promise' as const, dueAt: reminder }]),
    ...(noticeBy === null
      ? []
      : [{ kind: 'alert-apology-due' as const, dueAt: later(at, warnAt(tenant, noticeBy)) }]),
    { kind: 'alert-promise-broken', dueAt: justAfter(dueAt) },
  ]
}

/** The reminders the law sets before a result is due. */
export function promiseReminders(tenant: Tenant, dueAt: Instant, acceptedAt: Instant): Reminders | null {
  return determine<Reminders | null>(tenant, 'processing.reminders', { dueAt, acceptedAt }).answer
}

function warnAt({ rules: { calendar }, manifest }: Tenant, noticeBy: Instant): Instant {
  return fromMoment(
    subtractWorkingDays(calendar, toMoment(noticeBy), warningsOf(manifest).apologyWorkingDays),
  )
}
