import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { OfficialPaper, Workflow, WorkflowFault } from './workflow.ts'

/** Where a version of a workflow stands on its way to being used (TQ25-16.1 to 16.3). */
export const workflowStages = ['drafted', 'appraised', 'approved', 'tested', 'live', 'replaced'] as const
export type WorkflowStage = (typeof workflowStages)[number]

/** Who did something to a version, and when. */
export interface Done {
  readonly at: Instant
  readonly by: string
}

/** A trial of the electronic workflow on one system (TQ25-16.3.2). */
export interface WorkflowTrial {
  /** As the regulation names it: `provincial-system`, `national-portal`. */
  readonly system: string
  readonly passed: boolean
  readonly note: string
}

/** One version of the internal workflow of a procedure, with what was decided about it. */
export interface WorkflowVersion {
  readonly version: number
  // INVARIANT: grows by one with every change; whoever saw an older one is told.
  readonly revision: number
  readonly stage: WorkflowStage
  readonly workflow: Workflow
  /** Why there is this version: what changed against the one before. */
  readonly reason?: string
  readonly drafted: Done
  readonly appraised?: Done & { readonly paper: OfficialPaper }
  readonly approved?: Done & { readonly paper: OfficialPaper }
  readonly trials?: readonly (WorkflowTrial & Done)[]
  readonly live?: Done
  readonly replaced?: { readonly at: Instant; readonly byVersion: number }
}

/** What the law and the office say about a version: its faults, and where it must be tried. */
export interface WorkflowTerms {
  readonly faults: readonly WorkflowFault[]
  /** Systems a workflow is tried on before it is used; empty where the regulation names none. */
  readonly testedOn: readonly string[]
}

/** A new version. */
export function draftWorkflow(
  version: number,
  { workflow, reason, at, by }: { workflow: Workflow; reason?: string } & Done,
): WorkflowVersion {
  return {
    version,
    revision: 1,
    stage: 'drafted',
    workflow,
    ...(reason && { reason }),
    drafted: { at, by },
  }
}

/** Changes the steps of a draft. What was appraised is changed by a new version only. */
export function reviseWorkflow(
  version: WorkflowVersion,
  { workflow, reason, at, by }: { workflow: Workflow; reason?: string } & Done,
): Decision<WorkflowVersion> {
  if (version.stage !== 'drafted') return outOfTurn(version)
  return grant(next(version, { workflow, ...(reason && { reason }), drafted: { at, by } }))
}

/** Thẩm định: the body named by the regulation finds form and content in order (TQ25-16.2). */
export function appraiseWorkflow(
  version: WorkflowVersion,
  { at, by, paper }: Done & { paper: OfficialPaper },
  { faults }: WorkflowTerms,
): Decision<WorkflowVersion> {
  if (version.stage !== 'drafted') return outOfTurn(version)
  if (faults.length > 0) return refuse({ code: 'workflow-unsound', data: { faults } })
  return grant(next(version, { stage: 'appraised', appraised: { at, by, paper } }))
}

/** Phê duyệt: the decision that makes it the workflow of the procedure (TQ25-16.2, LA19-14.3). */
export function approveWorkflow(
  version: WorkflowVersion,
  { at, by, paper }: Done & { paper: OfficialPaper },
): Decision<WorkflowVersion> {
  if (version.stage !== 'appraised') return outOfTurn(version)
  const workflow = { ...version.workflow, decision: paper }
  return grant(next(version, { stage: 'approved', workflow, approved: { at, by, paper } }))
}

/** Back to the one who drew it up, with the reason. */
export function returnWorkflow(
  version: WorkflowVersion,
  { reason }: { reason: string },
): Decision<WorkflowVersion> {
  if (version.stage !== 'appraised') return outOfTurn(version)
  const { appraised: _, ...rest } = version
  return grant(next(rest, { stage: 'drafted', reason }))
}

/**
 * Records how a trial went. Once it was passed on every system the regulation names, it may be used; where none is
 * named, one passed trial on the province's own system is enough.
 */
export function testWorkflow(
  version: WorkflowVersion,
  { at, by, ...trial }: WorkflowTrial & Done,
  { faults, testedOn }: WorkflowTerms,
): Decision<WorkflowVersion> {
  if (version.stage !== 'approved') return outOfTurn(version)
  if (trial.passed && faults.length > 0) return refuse({ code: 'workflow-unsound', data: { faults } })
  const trials = [
    ...(version.trials ?? []).filter(({ system }) => system !== trial.system),
    { ...trial, at, by },
  ]
  const left = untriedOn(trials, testedOn)
  return grant(next(version, { trials, ...(left.length === 0 && { stage: 'tested' as const }) }))
}

/** Systems on which a passed trial is still missing. */
export function untriedOn(trials: readonly WorkflowTrial[], testedOn: readonly string[]): readonly string[] {
  const needed = testedOn.length > 0 ? testedOn : [ownSystem]
  return needed.filter((system) => !trials.some((trial) => trial.system === system && trial.passed))
}

/** The province's own system, on which every workflow is tried. */
export const ownSystem = 'provincial-system'

/** Puts a tested version into use: dossiers accepted from now on are settled by it; those under way keep theirs. */
export function putWorkflowLive(
  version: WorkflowVersion,
  { at, by }: Done,
  { faults }: WorkflowTerms,
): Decision<WorkflowVersion> {
  if (version.stage !== 'tested') return outOfTurn(version)
  if (faults.length > 0) return refuse({ code: 'workflow-unsound', data: { faults } })
  return grant(next(version, { stage: 'live', live: { at, by } }))
}

/** The version in use before, once another takes its place. */
export function replaceWorkflow(version: WorkflowVersion, at: Instant, byVersion: number): WorkflowVersion {
  return next(version, { stage: 'replaced', replaced: { at, byVersion } })
}

/** Whether two workflows of one procedure are for the same cases: then only one of them may be in use. */
export function sameCases(one: Workflow, other: Workflow): boolean {
  if (!one.caseIds || !other.caseIds) return one.caseIds === other.caseIds
  return one.caseIds.some((id) => other.caseIds!.includes(id))
}

/** Of the versions in use, the one for a case: the one that names it, else the one for all others. */
export function workflowForCase(
  live: readonly WorkflowVersion[],
  caseId: string,
): WorkflowVersion | undefined {
  return (
    live.find(({ workflow }) => workflow.caseIds?.includes(caseId)) ??
    live.find(({ workflow }) => workflow.caseIds === undefined)
  )
}

function next(version: WorkflowVersion, change: Partial<WorkflowVersion>): WorkflowVersion {
  return { ...version, ...change, revision: version.revision + 1 }
}

function outOfTurn({ stage }: WorkflowVersion) {
  return refuse({ code: 'workflow-out-of-turn', data: { stage } })
}
