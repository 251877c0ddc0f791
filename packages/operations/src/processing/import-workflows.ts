import type { Instant } from '@motcua/calendar'
import { listWorkflows, putWorkflow, type Tx } from '@motcua/db'
import {
  draftWorkflow,
  replaceWorkflow,
  sameCases,
  type Workflow,
  type WorkflowVersion,
} from '@motcua/domain'

/** Who brings workflows in that were approved outside the platform. */
export const folderHand = 'workflows.yaml'

/**
 * Brings in the workflows a province declares as approved, and puts them into use. One that was brought in before is
 * left alone, so that a version made at the desk since then stays in use until the declaration itself changes.
 */
export async function importWorkflows(tx: Tx, workflows: readonly Workflow[], now: Instant): Promise<void> {
  const known = await listWorkflows(tx)
  const last = new Map<string, number>()
  for (const { version, workflow } of known)
    last.set(workflow.procedureCode, Math.max(version, last.get(workflow.procedureCode) ?? 0))
  for (const workflow of workflows) {
    const same = known.filter((version) => version.workflow.procedureCode === workflow.procedureCode)
    if (same.some((version) => isFromFolder(version) && sameText(version.workflow, workflow))) continue
    const version = (last.get(workflow.procedureCode) ?? 0) + 1
    last.set(workflow.procedureCode, version)
    for (const live of same.filter(({ stage }) => stage === 'live'))
      if (sameCases(live.workflow, workflow))
        await putWorkflow(tx, replaceWorkflow(live, now, version), folderHand)
    await putWorkflow(tx, broughtIn(version, workflow, now), folderHand)
  }
}

/** Approved, tested and decided on outside: it comes into use as it is. */
function broughtIn(version: number, workflow: Workflow, at: Instant): WorkflowVersion {
  const done = { at, by: folderHand }
  const { decision } = workflow
  return {
    ...draftWorkflow(version, { workflow, ...done }),
    stage: 'live',
    ...(decision && { approved: { ...done, paper: decision } }),
    live: done,
  }
}

function isFromFolder({ drafted }: WorkflowVersion): boolean {
  return drafted.by === folderHand
}

/** Whether two workflows say the same; the archive does not keep the order of members. */
function sameText(one: Workflow, other: Workflow): boolean {
  return stable(one) === stable(other)
}

function stable(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
