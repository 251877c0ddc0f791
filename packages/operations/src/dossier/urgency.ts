import { addWorkingDays, addWorkingSeconds, fromMoment, toMoment, type Instant } from '@motcua/calendar'
import { openPause, stops, warningsOf, type Dossier, type LegalClock } from '@motcua/domain'
import type { Tenant } from '../tenants/tenant.ts'
import type { QueueRow } from '../views.ts'

/** The clock that runs now: intake before acceptance, processing after it; none while it stands still or the applicant's move is awaited. */
export function runningClock(dossier: Dossier): LegalClock | undefined {
  if (dossier.phase === 'submitted') return dossier.intakeClock
  if (dossier.phase !== 'processing') return undefined
  const pause = openPause(dossier.pauses)
  return pause && stops(pause.effect.answer) ? undefined : dossier.processingClock
}

/** Until when a clock that ends is due soon, at intake and in processing. The office says it for itself; it is no law. */
export function soonUntil(
  { rules: { calendar, intakeCalendar }, manifest }: Tenant,
  queue: 'new' | 'processing',
  now: Instant,
): Instant {
  const moment = toMoment(now)
  const { intakeWorkingHours, resultWorkingDays } = warningsOf(manifest)
  return fromMoment(
    queue === 'new'
      ? addWorkingSeconds(intakeCalendar, moment, intakeWorkingHours * 3_600)
      : addWorkingDays(calendar, moment, resultWorkingDays),
  )
}

/** How pressing a clock is at this moment. */
export function urgencyOf(
  tenant: Tenant,
  phase: Dossier['phase'],
  dueAt: Instant | null,
  now: Instant,
): QueueRow['urgency'] {
  if (dueAt === null || (phase !== 'submitted' && phase !== 'processing')) return 'none'
  if (now > dueAt) return 'late'
  return dueAt <= soonUntil(tenant, phase === 'submitted' ? 'new' : 'processing', now)
    ? 'due-soon'
    : 'in-time'
}
