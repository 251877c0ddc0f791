import { getWorkflow as getStored, liveWorkflows, workflowHistory } from '@motcua/db'
import {
  NotFound,
  sameCases,
  untriedOn,
  type Bilingual,
  type Determination,
  type ProcedureCase,
  type StepKind,
  type WorkflowStage,
  type WorkflowStep,
  type WorkflowVersion,
} from '@motcua/domain'
import type { Instant } from '@motcua/calendar'
import { z } from 'zod'
import { reading } from '../operation.ts'
import { agencyName } from '../tenants/agency-name.ts'
import { sayFault } from './check-workflows.ts'
import { workflowTerms } from './workflow-faults.ts'
import { bodyOfStage, lawStages, stepKindsOfLaw, workflowTestedOn, type LawStage } from './workflow-law.ts'

/** A version of a workflow with everything its editors need to know. */
export interface WorkflowVersionView extends WorkflowVersion {
  procedureName: string
  cases: ProcedureCase[]
  drawn: (WorkflowStep & { agencyName?: string })[]
  /** What keeps it from being appraised, tested or used. */
  faults: Bilingual[]
  /** Steps nobody has an account for, where the law does not demand one. */
  warnings: Bilingual[]
  /** Systems it must still be tried on. */
  untried: string[]
  history: { stage: WorkflowStage; at: Instant; by: string; reason?: string }[]
  /** What is different from the version in use for the same cases. */
  changes: WorkflowChange[]
  law: {
    bodies: Partial<Record<LawStage, Determination<string | null>>>
    testedOn: Determination<string[] | null>
    steps: StepKind[]
  }
  agencies: { id: string; name: string }[]
}

export interface WorkflowChange {
  stepId: string
  how: 'added' | 'removed' | 'changed' | 'moved'
  before?: WorkflowStep
  after?: WorkflowStep
}

/** One version of the workflow of a procedure. */
export const getWorkflow = reading({
  name: 'processing.getWorkflow',
  may: 'workflow:read',
  input: z.object({ procedureCode: z.string().max(40), version: z.int().positive() }),

  async run(room, { procedureCode, version }): Promise<WorkflowVersionView> {
    const { tx, tenant, now } = room
    const offered = tenant.procedures.get(procedureCode)
    if (!offered) throw new NotFound('procedure')
    const stored = await getStored(tx, procedureCode, version)
    const [history, live, terms] = await Promise.all([
      workflowHistory(tx, procedureCode, version),
      liveWorkflows(tx, procedureCode),
      workflowTerms(room, stored.workflow),
    ])
    const before = live.find(
      (other) => other.version !== version && sameCases(other.workflow, stored.workflow),
    )
    const bodies = lawStages.map((stage) => [stage, bodyOfStage(tenant, now, stage)] as const)
    return {
      ...stored,
      procedureName: offered.procedure.shortName,
      cases: offered.procedure.cases,
      drawn: stored.workflow.steps.map((step) => ({
        ...step,
        ...(step.agencyId && { agencyName: agencyName(tenant, step.agencyId) }),
      })),
      faults: terms.faults.map(sayFault),
      warnings: terms.missingAccounts.filter((fault) => !terms.faults.includes(fault)).map(sayFault),
      untried: stored.stage === 'approved' ? [...untriedOn(stored.trials ?? [], terms.testedOn)] : [],
      history: history.map(({ state, changedBy, at }) => ({
        stage: state.stage,
        at: at as Instant,
        by: changedBy,
        ...(state.reason && { reason: state.reason }),
      })),
      changes: before ? changesBetween(before.workflow.steps, stored.workflow.steps) : [],
      law: {
        bodies: Object.fromEntries(bodies.filter(([, { answer }]) => answer !== null)),
        testedOn: workflowTestedOn(tenant, now),
        steps: [...stepKindsOfLaw(tenant, now)],
      },
      agencies: [...tenant.agencies.values()].map(({ id, name }) => ({ id, name })),
    }
  },
})

/** What is different between two lists of steps, by the ids of the steps. */
export function changesBetween(
  before: readonly WorkflowStep[],
  after: readonly WorkflowStep[],
): WorkflowChange[] {
  const stayed = (steps: readonly WorkflowStep[], others: readonly WorkflowStep[]): string[] =>
    steps.map(({ id }) => id).filter((id) => others.some((other) => other.id === id))
  const [orderBefore, orderAfter] = [stayed(before, after), stayed(after, before)]
  return [
    ...after.flatMap((step): WorkflowChange[] => {
      const old = before.find(({ id }) => id === step.id)
      if (!old) return [{ stepId: step.id, how: 'added', after: step }]
      if (!same(old, step)) return [{ stepId: step.id, how: 'changed', before: old, after: step }]
      if (orderBefore.indexOf(step.id) === orderAfter.indexOf(step.id)) return []
      return [{ stepId: step.id, how: 'moved', before: old, after: step }]
    }),
    ...before
      .filter(({ id }) => !after.some((step) => step.id === id))
      .map((step): WorkflowChange => ({ stepId: step.id, how: 'removed', before: step })),
  ]
}

function same(one: WorkflowStep, other: WorkflowStep): boolean {
  return (['name', 'kind', 'role', 'agencyId', 'hours'] as const).every((key) => one[key] === other[key])
}
