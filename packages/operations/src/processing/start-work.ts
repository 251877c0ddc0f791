import { liveWorkflows } from '@motcua/db'
import {
  leastWorkingHours,
  plainWorkflow,
  startWork,
  workflowForCase,
  type DossierEvent,
  type FiledProcedure,
  type LegalClock,
  type WorkflowInUse,
} from '@motcua/domain'
import type { Room } from '../operation.ts'
import { hoursOfDay, stepKindsOfLaw } from './workflow-law.ts'
import { startOfStep } from './step-time.ts'

/**
 * The workflow a dossier accepted now is settled by: the version in use for its case, or the plain one, with the steps
 * the regulation lists.
 */
export async function workflowInUse(
  { tx, tenant, now }: Room,
  { code, caseId, limit }: FiledProcedure,
): Promise<WorkflowInUse> {
  const live = workflowForCase(await liveWorkflows(tx, code), caseId)
  if (!live) {
    const hours = leastWorkingHours(limit, hoursOfDay(tenant))
    return plainWorkflow(code, stepKindsOfLaw(tenant, now), hours)
  }
  const { version, workflow } = live
  const { decision, steps } = workflow
  return { procedureCode: code, version, steps, ...(decision && { decision }) }
}

/** The work begins with the acceptance: the dossier goes to its settling unit by itself (HN19-9, PT20-10.2). */
export function workStarted(
  { tenant, now }: Room,
  agencyId: string,
  workflow: WorkflowInUse,
  { dueAt }: LegalClock,
): DossierEvent {
  const start = startOfStep(tenant, agencyId, workflow.steps[0]!, { at: now, promisedAt: dueAt })
  return startWork(workflow, { at: now }, start)
}
