import type { Instant } from '@motcua/calendar'
import { stepKinds, type Determination, type StepKind, type WorkflowSurroundings } from '@motcua/domain'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** Stages of a workflow for which a regulation may name the body (TQ25-16, PT20-25.2). */
export const lawStages = ['drafting', 'appraisal', 'approval', 'configuration', 'maintenance'] as const
export type LawStage = (typeof lawStages)[number]

/** The steps the regulation lists for every internal workflow, in its order; none where it lists none (HN19-9.1a). */
export function stepKindsOfLaw(tenant: Tenant, asOf: Instant): readonly StepKind[] {
  const { answer } = determine<string[] | null>(tenant, 'workflow.steps', { asOf })
  const named = (answer ?? []).map((step) => step.replace(/-step$/, ''))
  return named.filter((kind): kind is StepKind => stepKinds.some((known) => known === kind))
}

/** Systems a workflow is tried on before it is used (TQ25-16.3.2). */
export function workflowTestedOn(tenant: Tenant, asOf: Instant): Determination<string[] | null> {
  return determine(tenant, 'workflow.testedOn', { asOf })
}

/** The body that drafts, appraises, approves, configures or maintains workflows, as the regulation names it. */
export function bodyOfStage(tenant: Tenant, asOf: Instant, stage: LawStage): Determination<string | null> {
  const named = determine<string | null>(tenant, 'workflow.by', { asOf, workflowStep: stage })
  return named.answer === null && stage === 'approval'
    ? determine(tenant, 'workflow.issuedBy', { asOf })
    : named
}

/** Whether dossiers must be settled by the steps of the workflow (TQ19-12.3a, LA19-14.3, PT20-9.3a). */
export function workflowEnforced(tenant: Tenant, asOf: Instant): Determination<boolean | null> {
  return determine(tenant, 'workflow.enforced', { asOf })
}

/** Whether everybody who is given a step must have an account (TQ25-16.4). */
export function stepNeedsAccount(tenant: Tenant, asOf: Instant): Determination<boolean | null> {
  return determine(tenant, 'workflow.stepAccount', { asOf })
}

/** What a workflow of this procedure is held against. */
export function surroundingsOf(tenant: Tenant, procedureCode: string, asOf: Instant): WorkflowSurroundings {
  return {
    agencyIds: new Set(tenant.agencies.keys()),
    cases: tenant.procedures.get(procedureCode)?.procedure.cases ?? [],
    kindsOfLaw: stepKindsOfLaw(tenant, asOf),
    hoursOfDay: hoursOfDay(tenant),
  }
}

/** Working hours of an ordinary day at the province's offices. */
export function hoursOfDay({ officeHours: { sessions } }: Tenant): number {
  const hour = (time: string): number => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60
  return sessions.reduce((sum, { from, to }) => sum + hour(to) - hour(from), 0)
}
