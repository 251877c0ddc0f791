import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'
import type { Attachment } from '../intake/attachment.ts'
import { workAt, workOf } from './at-work.ts'
import { awaited } from './opinion.ts'
import { allDone } from './share.ts'
import {
  isProposing,
  lastHolder,
  nextStepOf,
  stepOf,
  stepsBefore,
  type Holder,
  type Proposal,
  type StepStart,
  type Work,
} from './work.ts'
import type { WorkflowInUse, WorkflowStep } from './workflow.ts'

interface Deed {
  readonly at: Instant
  readonly by: string
}

/** The body that takes the step to come and the end of its time; who goes on with it follows from the work. */
export type NextStep = Pick<StepStart, 'agencyId' | 'dueAt'>

/** Begins the work on a dossier the moment it is accepted (PT20-10.2: it goes to the settling unit by itself). */
export function startWork(
  { procedureCode: _, ...workflow }: WorkflowInUse,
  { at }: { readonly at: Instant },
  start: NextStep,
): DossierEvent {
  return { type: 'WorkStarted', at, workflow, next: { stepId: workflow.steps[0]!.id, ...start } }
}

/** Somebody takes the present step, which nobody holds. Taking over a dossier is all there is to receiving it. */
export function takeStep(
  dossier: Dossier,
  { holder, ...deed }: Deed & { readonly holder: Holder },
  next: NextStep | undefined,
): Decision<DossierEvent> {
  const at = workOf(dossier)
  if ('code' in at) return refuse(at)
  const { work } = at
  if (work.holder) return refuse({ code: 'step-already-taken', data: { holder: work.holder.fullName } })
  const taken: DossierEvent = { type: 'StepTaken', ...deed, holder }
  if (stepOf(work).kind !== 'receive' || !next) return grant(taken)
  return grant<DossierEvent>(taken, {
    type: 'StepDone',
    ...deed,
    stepId: work.at,
    next: startOf({ ...work, holder }, next),
  })
}

/**
 * Phân công: a leader gives the present step to somebody. Where assigning is a step of the workflow, it is done with
 * that, and the one who was named goes on with the next.
 */
export function assignStep(
  dossier: Dossier,
  {
    holder,
    assigner,
    note,
    ...deed
  }: Deed & {
    readonly holder: Holder
    readonly assigner: Holder
    readonly note?: string
  },
  next: NextStep | undefined,
): Decision<DossierEvent> {
  const at = workOf(dossier)
  if ('code' in at) return refuse(at)
  const { work } = at
  if (stepOf(work).kind !== 'assign') {
    if (work.holder) return refuse({ code: 'step-already-taken', data: { holder: work.holder.fullName } })
    return grant({ type: 'StepAssigned', ...deed, holder, ...(note && { note }) })
  }
  if (work.holder && work.holder.accountId !== assigner.accountId)
    return refuse({ code: 'not-your-step', data: { holder: work.holder.fullName } })
  if (!next) return refuse({ code: 'wrong-step', data: { kind: 'assign' } })
  const { holder: _, ...start } = startOf(work, next)
  return grant(...(work.holder ? [] : [{ type: 'StepTaken', ...deed, holder: assigner } as const]), {
    type: 'StepDone',
    ...deed,
    stepId: work.at,
    ...(note && { note }),
    next: { ...start, holder },
  })
}

/** The holder finishes the present step; the next one begins. */
export function doStep(
  dossier: Dossier,
  { accountId, note, ...deed }: Deed & { readonly accountId: string; readonly note?: string },
  next: NextStep | undefined,
): Decision<DossierEvent> {
  const at = workAt(dossier, accountId)
  if ('code' in at) return refuse(at)
  const { work } = at
  const { kind } = stepOf(work)
  if (!next || kind === 'approve' || kind === 'record' || kind === 'assign')
    return refuse({ code: 'wrong-step', data: { kind } })
  if (isProposing(work)) return refuse({ code: 'proposal-missing' })
  if (kind === 'consult') {
    const open = awaited(work.opinions, deed.at)
    if (open.length > 0) return stillAwaited(open)
    // Where the step belongs to another body, its note is the opinion.
    if (!work.opinions && !stepOf(work).agencyId) return refuse({ code: 'opinion-not-asked' })
    if (stepOf(work).agencyId && !note?.trim()) return refuse({ code: 'reason-missing' })
  }
  if (kind === 'visit' && !work.visits?.some(({ report }) => report))
    return refuse({ code: 'visit-not-recorded' })
  return grant({
    type: 'StepDone',
    ...deed,
    stepId: work.at,
    ...(note && { note }),
    next: startOf(work, next),
  })
}

/** Trình ký: the holder puts the result before the leader, once every part of the work is in. */
export function submitResult(
  dossier: Dossier,
  { accountId, ...proposal }: Proposal & { readonly accountId: string },
  next: NextStep | undefined,
): Decision<DossierEvent> {
  const at = workAt(dossier, accountId)
  if ('code' in at) return refuse(at)
  const { work } = at
  if (!next || !isProposing(work)) return refuse({ code: 'wrong-step', data: { kind: stepOf(work).kind } })
  if (proposal.outcome === 'rejected' && !proposal.note?.trim()) return refuse({ code: 'reason-missing' })
  const open = awaited(work.opinions, proposal.at)
  if (open.length > 0) return stillAwaited(open)
  if (work.sharing && !allDone(work.sharing)) return refuse({ code: 'shares-open' })
  return grant({ type: 'ResultSubmitted', stepId: work.at, ...proposal, next: startOf(work, next) })
}

/** Ký duyệt: the leader signs what was put before them; who wants another outcome sends it back. A signed document takes the place of the draft. */
export function signResult(
  dossier: Dossier,
  {
    accountId,
    document: signed,
    ...deed
  }: Deed & { readonly accountId: string; readonly document?: Attachment },
  next: NextStep | undefined,
): Decision<DossierEvent> {
  const at = workAt(dossier, accountId)
  if ('code' in at) return refuse(at)
  const { work } = at
  if (!next || stepOf(work).kind !== 'approve')
    return refuse({ code: 'wrong-step', data: { kind: stepOf(work).kind } })
  if (!work.proposal) return refuse({ code: 'proposal-missing' })
  const { outcome, note, document: draft } = work.proposal
  const document = signed ?? draft
  return grant({
    type: 'ResultSigned',
    stepId: work.at,
    outcome,
    ...(note && { note }),
    ...(document && { document }),
    ...deed,
    next: startOf(work, next),
  })
}

/** Trả lại: back to an earlier step, with the reason. */
export function sendBack(
  dossier: Dossier,
  {
    accountId,
    toStepId,
    reason,
    ...deed
  }: Deed & { readonly accountId: string; readonly toStepId: string; readonly reason: string },
  next: NextStep,
): Decision<DossierEvent> {
  const at = workAt(dossier, accountId)
  if ('code' in at) return refuse(at)
  const { work } = at
  const to = stepsBefore(work).find(({ id }) => id === toStepId)
  if (!to) return refuse({ code: 'wrong-step', data: { kind: stepOf(work).kind } })
  if (!reason.trim()) return refuse({ code: 'reason-missing' })
  const holder = work.done.findLast(({ stepId }) => stepId === toStepId)?.holder
  return grant({
    type: 'StepSentBack',
    ...deed,
    stepId: work.at,
    reason,
    next: { stepId: toStepId, ...next, ...(holder && { holder }) },
  })
}

/** A head gives a step that somebody holds to somebody else, with the reason. */
export function reassignStep(
  dossier: Dossier,
  { holder, reason, ...deed }: Deed & { readonly holder: Holder; readonly reason: string },
): Decision<DossierEvent> {
  const at = workOf(dossier)
  if ('code' in at) return refuse(at)
  const { work } = at
  if (!reason.trim()) return refuse({ code: 'reason-missing' })
  if (work.holder?.accountId === holder.accountId)
    return refuse({ code: 'step-already-taken', data: { holder: holder.fullName } })
  const from = work.holder && { from: work.holder }
  return grant({ type: 'StepReassigned', ...deed, stepId: work.at, ...from, holder, reason })
}

/**
 * What stands against recording a result: where the workflow must be followed, the steps before it; and always that
 * the result is the one that was signed. Undefined where nothing does.
 */
export function unfinishedWork(
  work: Work | undefined,
  outcome: 'granted' | 'rejected',
  enforced: boolean,
): Parameters<typeof refuse>[0] | undefined {
  if (!work) return undefined
  const step = unreachedStep(work, enforced)
  if (step) return { code: 'step-not-reached', data: { step: step.name, kind: step.kind } }
  if (work.signed && work.signed.outcome !== outcome)
    return { code: 'outcome-not-as-signed', data: { outcome: work.signed.outcome } }
  return undefined
}

/** The step an approved workflow is still at before its result may be recorded; undefined where none stands before it. */
export function unreachedStep(work: Work | undefined, enforced: boolean): WorkflowStep | undefined {
  if (!work || !enforced || work.version === 0) return undefined
  const step = stepOf(work)
  return step.kind === 'record' ? undefined : step
}

function startOf(work: Work, start: NextStep): StepStart {
  const next = nextStepOf(work)!
  const holder = lastHolder(work, next.role, start.agencyId)
  return { stepId: next.id, ...start, ...(holder && { holder }) }
}

function stillAwaited(open: readonly { readonly agencyId: string }[]) {
  return refuse({ code: 'opinions-awaited', data: { agencyIds: open.map(({ agencyId }) => agencyId) } })
}
