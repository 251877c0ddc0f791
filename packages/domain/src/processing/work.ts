import type { Instant } from '@motcua/calendar'
import type { Attachment } from '../intake/attachment.ts'
import type { Opinion } from './opinion.ts'
import type { Sharing } from './share.ts'
import type { Visit } from './visit.ts'
import { proposesAt, type WorkflowInUse, type WorkflowStep } from './workflow.ts'

/** Who works on a step. */
export interface Holder {
  readonly accountId: string
  readonly fullName: string
}

/** Time a step was with somebody, and how it ended: a line of the control sheet (Phiếu kiểm soát, TT01/2018). */
export interface StepRecord {
  readonly stepId: string
  readonly agencyId: string
  readonly since: Instant
  readonly dueAt: Instant | null
  readonly doneAt: Instant
  readonly holder: Holder
  readonly outcome: 'done' | 'sent-back'
  readonly note?: string
}

/** The result as it is put before the leader (trình ký). */
export interface Proposal {
  readonly at: Instant
  readonly by: string
  readonly outcome: 'granted' | 'rejected'
  /** Why it is rejected, or what the leader should know. */
  readonly note?: string
  /** The draft of the document. */
  readonly document?: Attachment
}

/** The result as the leader signed it. */
export interface SignedResult {
  readonly at: Instant
  readonly by: string
  readonly outcome: 'granted' | 'rejected'
  readonly note?: string
  readonly document?: Attachment
}

/** Where the work on a dossier stands: the procedure's workflow as it was at acceptance, and the step it is at. */
export interface Work extends Omit<WorkflowInUse, 'procedureCode'> {
  /** Id of the present step. */
  readonly at: string
  /** Body that takes the present step. */
  readonly agencyId: string
  readonly since: Instant
  /** End of the step's own time; inside the promise, never a promise itself (AMB-21). */
  readonly dueAt: Instant | null
  /** Absent while nobody took the step. */
  readonly holder?: Holder
  readonly done: readonly StepRecord[]
  readonly proposal?: Proposal
  readonly signed?: SignedResult
  readonly opinions?: readonly Opinion[]
  readonly sharing?: Sharing
  readonly visits?: readonly Visit[]
}

/** Where a step begins: the body that takes it, until when, and who goes on with it, if that is clear. */
export interface StepStart {
  readonly stepId: string
  readonly agencyId: string
  readonly dueAt: Instant | null
  readonly holder?: Holder
}

export function stepOf({ steps, at }: Pick<Work, 'steps' | 'at'>, stepId = at): WorkflowStep {
  const step = steps.find(({ id }) => id === stepId)
  if (!step) throw new Error(`the workflow has no step ${stepId}`)
  return step
}

/** The step after the present one; undefined at the last. */
export function nextStepOf(work: Pick<Work, 'steps' | 'at'>): WorkflowStep | undefined {
  return work.steps[placeOf(work, work.at) + 1]
}

/** Steps before the present one: those to which it may be sent back. */
export function stepsBefore(work: Pick<Work, 'steps' | 'at'>): readonly WorkflowStep[] {
  return work.steps.slice(0, placeOf(work, work.at))
}

/** Whether the result is put before the leader in the present step. */
export function isProposing(work: Pick<Work, 'steps' | 'at'>): boolean {
  return proposesAt(work.steps, placeOf(work, work.at))
}

/** Who took a step of this role at this body last: the work comes back to the same hands. */
export function lastHolder(work: Work, role: WorkflowStep['role'], agencyId: string): Holder | undefined {
  const present = stepOf(work)
  if (work.holder && present.role === role && work.agencyId === agencyId) return work.holder
  return work.done.findLast(
    (record) => record.agencyId === agencyId && stepOf(work, record.stepId).role === role,
  )?.holder
}

/** Bodies that have or had a part in the work besides the one that settles it: they may read the dossier. */
export function bodiesOf(work: Work): readonly string[] {
  const { sharing } = work
  return [
    ...new Set([
      work.agencyId,
      ...work.done.map(({ agencyId }) => agencyId),
      ...(work.opinions ?? []).map(({ agencyId }) => agencyId),
      ...(sharing ? [sharing.leadAgencyId, ...sharing.shares.map(({ agencyId }) => agencyId)] : []),
      ...(sharing?.supervisorId ? [sharing.supervisorId] : []),
    ]),
  ]
}

function placeOf({ steps }: Pick<Work, 'steps'>, stepId: string): number {
  return steps.findIndex(({ id }) => id === stepId)
}
