import { staffRolesByBody, type Tx } from '@motcua/db'
import type { Instant } from '@motcua/calendar'
import { checkWorkflow, type Workflow, type WorkflowFault, type WorkflowTerms } from '@motcua/domain'
import type { Tenant } from '../tenants/tenant.ts'
import { hasRole } from './at-step.ts'
import { stepNeedsAccount, surroundingsOf, workflowTestedOn } from './workflow-law.ts'

/** What a version of a workflow is judged by. */
export async function workflowTerms(
  { tx, tenant, now }: { readonly tx: Tx; readonly tenant: Tenant; readonly now: Instant },
  workflow: Workflow,
): Promise<WorkflowTerms & { readonly missingAccounts: readonly WorkflowFault[] }> {
  const missingAccounts = await withoutAccount(tx, tenant, workflow)
  const needed = stepNeedsAccount(tenant, now).answer === true
  return {
    faults: [
      ...checkWorkflow(workflow, surroundingsOf(tenant, workflow.procedureCode, now)),
      ...(needed ? missingAccounts : []),
    ],
    testedOn: workflowTestedOn(tenant, now).answer ?? [],
    missingAccounts,
  }
}

/**
 * Steps that nobody has an account for (TQ25-16.4): at the body that is named, or, where it is the body that settles the
 * dossier, at any of those that receive the procedure.
 */
async function withoutAccount(tx: Tx, tenant: Tenant, workflow: Workflow): Promise<WorkflowFault[]> {
  const roles = await staffRolesByBody(tx)
  const receiving = tenant.procedures.get(workflow.procedureCode)?.agencies.map(({ id }) => id) ?? []
  return workflow.steps.flatMap(({ id: stepId, role, agencyId }): WorkflowFault[] => {
    const bodies = agencyId ? [agencyId] : receiving
    const somebody = bodies.some((body) => hasRole(roles.get(body) ?? [], role))
    return somebody ? [] : [{ code: 'nobody-has-role', stepId, agencyId: bodies[0] ?? '', role }]
  })
}
