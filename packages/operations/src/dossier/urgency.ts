import { addWorkingDays, addWorkingSeconds, toMoment, type Instant } from '@motcua/calendar'
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

/** How pressing a clock is at this moment. What is due soon, the office says for itself; it is no law. */
export function urgencyOf(
  { rules: { calendar }, manifest }: Tenant,
  phase: Dossier['phase'],
  dueAt: Instant | null,
  now: Instant,
): QueueRow['urgency'] {
  if (dueAt === null || (phase !== 'submitted' && phase !== 'processing')) return 'none'
  if (now > dueAt) return 'late'
  const { intakeWorkingHours, resultWorkingDays } = warningsOf(manifest)
  const soonUntil =
    phase === 'submitted'
      ? addWorkingSeconds(calendar, toMoment(now), intakeWorkingHours * 3_600)
      : addWorkingDays(calendar, toMoment(now), resultWorkingDays)
  return toMoment(dueAt) <= soonUntil ? 'due-soon' : 'in-time'
}
