import { addWorkingDays, addWorkingSeconds, toMoment, type Instant } from '@motcua/calendar'
import { openPause, type Dossier, type LegalClock } from '@motcua/domain'
import type { Tenant } from '../tenants/tenant.ts'
import type { QueueRow } from '../views.ts'

/** Working time before an intake clock ends in which a dossier is shown as due soon: two hours. */
const soonForIntakeSeconds = 2 * 60 * 60
/** Working days before a processing clock ends in which a dossier is shown as due soon. */
const soonForProcessingDays = 1

/** The clock that runs now: intake before acceptance, processing after it; none while it stands still or the applicant's move is awaited. */
export function runningClock(dossier: Dossier): LegalClock | undefined {
  if (dossier.phase === 'submitted') return dossier.intakeClock
  if (dossier.phase !== 'processing') return undefined
  const pause = openPause(dossier.pauses)
  return pause && pause.effect.answer !== 'continue' ? undefined : dossier.processingClock
}

/** How pressing a clock is at this moment. The thresholds serve the desk; they are no law. */
export function urgencyOf(
  { rules: { calendar } }: Tenant,
  phase: Dossier['phase'],
  dueAt: Instant | null,
  now: Instant,
): QueueRow['urgency'] {
  if (dueAt === null || (phase !== 'submitted' && phase !== 'processing')) return 'none'
  if (now > dueAt) return 'late'
  const soonUntil =
    phase === 'submitted'
      ? addWorkingSeconds(calendar, toMoment(now), soonForIntakeSeconds)
      : addWorkingDays(calendar, toMoment(now), soonForProcessingDays)
  return toMoment(dueAt) <= soonUntil ? 'due-soon' : 'in-time'
}
