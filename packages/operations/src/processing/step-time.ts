import { addWorkingSeconds, fromMoment, toMoment, type Instant } from '@motcua/calendar'
import { nextStepOf, type Dossier, type NextStep, type Work, type WorkflowStep } from '@motcua/domain'
import type { Tenant } from '../tenants/tenant.ts'

/**
 * The body that takes a step beginning now, and when its time ends: its working hours from now, never past the
 * promise (AMB-21).
 */
export function startOfStep(
  tenant: Tenant,
  settlingAgencyId: string,
  { agencyId = settlingAgencyId, hours }: Pick<WorkflowStep, 'agencyId' | 'hours'>,
  { at, promisedAt }: { readonly at: Instant; readonly promisedAt: Instant | null },
): NextStep {
  const own = addHours(tenant, at, hours)
  return { agencyId, dueAt: promisedAt !== null && own > promisedAt ? promisedAt : own }
}

/** The same for the step after the present one; undefined at the last. */
export function startOfNext(tenant: Tenant, dossier: Dossier, at: Instant): NextStep | undefined {
  if (dossier.phase !== 'processing' || !dossier.work) return undefined
  const next = nextStepOf(dossier.work)
  return (
    next && startOfStep(tenant, dossier.agencyId, next, { at, promisedAt: dossier.processingClock.dueAt })
  )
}

/** The same for a step it goes back to. */
export function startAgain(
  tenant: Tenant,
  dossier: Dossier & { readonly work: Work },
  stepId: string,
  at: Instant,
): NextStep {
  const step = dossier.work.steps.find(({ id }) => id === stepId) ?? dossier.work.steps[0]!
  const promisedAt = dossier.phase === 'processing' ? dossier.processingClock.dueAt : null
  return startOfStep(tenant, dossier.agencyId, step, { at, promisedAt })
}

/** So many working hours later. */
export function addHours(tenant: Tenant, at: Instant, hours: number): Instant {
  return fromMoment(addWorkingSeconds(tenant.rules.calendar, toMoment(at), Math.round(hours * 3600)))
}
