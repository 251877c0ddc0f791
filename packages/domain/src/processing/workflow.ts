import { z } from 'zod'
import { Limit } from '../procedure/procedure.ts'

/** What is done in a step, as internal workflows of the provinces name it (HN19-9.1a, ND118 Điều 19). */
export const stepKinds = [
  /** The settling unit takes the dossier over. */
  'receive',
  /** Phân công: who works on it. */
  'assign',
  /** Thẩm tra, thẩm định. */
  'appraise',
  /** Lấy ý kiến cơ quan khác. */
  'consult',
  /** Kiểm tra thực địa. */
  'visit',
  /** Trình duyệt. */
  'submit',
  /** Ký duyệt. */
  'approve',
  /** Cập nhật kết quả, chuyển trả bộ phận Một cửa. */
  'record',
] as const
export type StepKind = (typeof stepKinds)[number]

/** Roles that work on dossiers. */
export const workRoles = ['one-stop-officer', 'one-stop-head', 'specialist', 'leader'] as const
export type WorkRole = (typeof workRoles)[number]

/** One step of an internal workflow: who, what, in how much time. */
export const WorkflowStep = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().trim().min(1).max(200),
  kind: z.enum(stepKinds),
  role: z.enum(workRoles),
  /** Body that does it; absent, the body that settles the dossier. */
  agencyId: z.string().exactOptional(),
  /** Working hours it may take. */
  hours: z.number().positive().max(2000),
})
export type WorkflowStep = z.infer<typeof WorkflowStep>

/** A paper by which a body appraised, approved or asked for something. */
export const OfficialPaper = z.object({
  number: z.string().trim().min(1).max(100),
  on: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** The body or office-holder that signed it. */
  signedBy: z.string().trim().min(1).max(200),
})
export type OfficialPaper = z.infer<typeof OfficialPaper>

/** Quy trình nội bộ: the steps by which one procedure is settled. */
export const Workflow = z.object({
  procedureCode: z.string(),
  /** The cases it is for; absent, every case that no other workflow of the procedure names. */
  caseIds: z.array(z.string()).min(1).exactOptional(),
  steps: z.array(WorkflowStep).min(1).max(30),
  /** The decision that approved it (TQ25-16.2, LA19-14.3). */
  decision: OfficialPaper.exactOptional(),
})
export type Workflow = z.infer<typeof Workflow>

/** The workflow a dossier is settled by: the version in force when it was accepted, kept with it. */
export interface WorkflowInUse {
  readonly procedureCode: string
  /** 0 is the plain default of a procedure without an approved workflow. */
  readonly version: number
  readonly decision?: OfficialPaper
  readonly steps: readonly WorkflowStep[]
}

export type WorkflowFault =
  | { readonly code: 'step-id-twice'; readonly stepId: string }
  /** Nobody signs: without a result no dossier ends. */
  | { readonly code: 'nobody-approves' }
  | { readonly code: 'nobody-records' }
  /** Work is needed before somebody can sign it. */
  | { readonly code: 'nothing-to-approve' }
  | { readonly code: 'step-after-record'; readonly stepId: string }
  /** A step that the province's regulation lists is missing, or stands in another order (HN19-9.1a). */
  | { readonly code: 'step-of-law-missing'; readonly kind: StepKind }
  | { readonly code: 'step-of-law-out-of-order'; readonly kind: StepKind }
  | { readonly code: 'role-cannot'; readonly stepId: string; readonly role: WorkRole }
  | { readonly code: 'body-unknown'; readonly stepId: string; readonly agencyId: string }
  | { readonly code: 'case-unknown'; readonly caseId: string }
  /** The steps together take longer than the procedure allows (HN19-10.1b, AMB-21). */
  | {
      readonly code: 'longer-than-limit'
      readonly caseId: string
      readonly hours: number
      readonly most: number
    }
  /** Nobody at the body has an account with the role of the step (TQ25-16.4, HN19-16.3). */
  | {
      readonly code: 'nobody-has-role'
      readonly stepId: string
      readonly agencyId: string
      readonly role: WorkRole
    }

/** What a workflow is held against. */
export interface WorkflowSurroundings {
  readonly agencyIds: ReadonlySet<string>
  readonly cases: readonly { readonly id: string; readonly limit: Limit }[]
  /** Step kinds the province's regulation lists, in its order; empty where it lists none. */
  readonly kindsOfLaw: readonly StepKind[]
  /** Working hours of a full day at the province's offices. */
  readonly hoursOfDay: number
}

/** Who may hold a step of each kind: only a leader signs, only the one-stop section hands results out. */
const rolesOf: Readonly<Record<StepKind, readonly WorkRole[]>> = {
  receive: workRoles,
  assign: ['leader', 'one-stop-head'],
  appraise: ['specialist', 'one-stop-officer', 'one-stop-head', 'leader'],
  consult: ['specialist', 'leader'],
  visit: ['specialist', 'leader'],
  submit: ['specialist', 'one-stop-officer', 'one-stop-head', 'leader'],
  approve: ['leader'],
  record: ['one-stop-officer', 'one-stop-head', 'specialist'],
}

/** Everything that keeps a workflow from working or that its law does not allow; empty when it is sound. */
export function checkWorkflow(workflow: Workflow, around: WorkflowSurroundings): WorkflowFault[] {
  return [
    ...checkIds(workflow),
    ...checkRoles(workflow),
    ...checkOrder(workflow),
    ...checkLaw(workflow, around.kindsOfLaw),
    ...checkBodies(workflow, around.agencyIds),
    ...checkTime(workflow, around),
  ]
}

/** The default steps of a procedure without an approved workflow; with the steps the regulation lists, where it does. */
export function plainWorkflow(
  procedureCode: string,
  kindsOfLaw: readonly StepKind[],
  hours: number,
): WorkflowInUse {
  const kinds: readonly StepKind[] =
    kindsOfLaw.length > 0 ? kindsOfLaw : ['receive', 'appraise', 'approve', 'record']
  const share = Math.max(0.5, Math.floor((hours / kinds.length) * 2) / 2)
  return {
    procedureCode,
    version: 0,
    steps: kinds.map((kind) => ({
      id: kind,
      name: plainNames[kind],
      kind,
      role: plainRoles[kind],
      hours: share,
    })),
  }
}

const plainNames: Readonly<Record<StepKind, string>> = {
  receive: 'Nhận hồ sơ để giải quyết',
  assign: 'Phân công người giải quyết',
  appraise: 'Thẩm tra hồ sơ, dự thảo kết quả',
  consult: 'Lấy ý kiến cơ quan liên quan',
  visit: 'Kiểm tra thực địa',
  submit: 'Trình lãnh đạo ký duyệt',
  approve: 'Ký duyệt kết quả',
  record: 'Cập nhật kết quả, chuyển bộ phận Một cửa',
}

const plainRoles: Readonly<Record<StepKind, WorkRole>> = {
  receive: 'specialist',
  assign: 'leader',
  appraise: 'specialist',
  consult: 'specialist',
  visit: 'specialist',
  submit: 'specialist',
  approve: 'leader',
  record: 'one-stop-officer',
}

/** Working hours of all steps together. */
export function totalHours({ steps }: { readonly steps: readonly WorkflowStep[] }): number {
  return steps.reduce((sum, { hours }) => sum + hours, 0)
}

/**
 * Working hours a limit holds at the least, however its days fall: of seven calendar days five are worked, a month has
 * at least twenty working days, and a result due the same day leaves that day.
 */
export function leastWorkingHours({ n, unit }: Limit, hoursOfDay: number): number {
  switch (unit) {
    case 'working-hour':
      return n
    case 'working-day':
      return Math.max(1, n) * hoursOfDay
    case 'calendar-day':
      return Math.max(1, 5 * Math.floor(n / 7) + Math.max(0, (n % 7) - 2)) * hoursOfDay
    case 'month':
      return Math.max(1, 20 * n) * hoursOfDay
    default:
      return unit satisfies never
  }
}

/** Whether the outcome is proposed in this step: where it is submitted, or appraised right before the signature. */
export function proposesAt(steps: readonly WorkflowStep[], at: number): boolean {
  const step = steps[at]
  if (!step) return false
  if (step.kind === 'submit') return true
  return step.kind === 'appraise' && steps[at + 1]?.kind === 'approve'
}

function checkIds({ steps }: Workflow): WorkflowFault[] {
  return steps
    .filter(({ id }, at) => steps.findIndex((other) => other.id === id) < at)
    .map(({ id }) => ({ code: 'step-id-twice', stepId: id }))
}

function checkRoles({ steps }: Workflow): WorkflowFault[] {
  return steps
    .filter(({ kind, role }) => !rolesOf[kind].includes(role))
    .map(({ id, role }) => ({ code: 'role-cannot', stepId: id, role }))
}

function checkOrder({ steps }: Workflow): WorkflowFault[] {
  const approves = steps.findIndex(({ kind }) => kind === 'approve')
  const records = steps.findIndex(({ kind }) => kind === 'record')
  const works = steps.findIndex(({ kind }) => kind === 'appraise' || kind === 'submit')
  return [
    ...(approves < 0 ? [{ code: 'nobody-approves' } as const] : []),
    ...(records < 0 || records < approves ? [{ code: 'nobody-records' } as const] : []),
    ...(works < 0 || (approves >= 0 && works > approves) ? [{ code: 'nothing-to-approve' } as const] : []),
    ...(records < 0 ? [] : steps.slice(records + 1)).map(
      ({ id }) => ({ code: 'step-after-record', stepId: id }) as const,
    ),
  ]
}

function checkLaw({ steps }: Workflow, kindsOfLaw: readonly StepKind[]): WorkflowFault[] {
  let from = 0
  return kindsOfLaw.flatMap((kind): WorkflowFault[] => {
    const at = steps.findIndex((step, index) => index >= from && step.kind === kind)
    if (at >= 0) {
      from = at + 1
      return []
    }
    const elsewhere = steps.some((step) => step.kind === kind)
    return [{ code: elsewhere ? 'step-of-law-out-of-order' : 'step-of-law-missing', kind }]
  })
}

function checkBodies({ steps }: Workflow, agencyIds: ReadonlySet<string>): WorkflowFault[] {
  return steps.flatMap(({ id, agencyId }): WorkflowFault[] =>
    agencyId === undefined || agencyIds.has(agencyId) ? [] : [{ code: 'body-unknown', stepId: id, agencyId }],
  )
}

function checkTime(workflow: Workflow, { cases, hoursOfDay }: WorkflowSurroundings): WorkflowFault[] {
  const known = new Set(cases.map(({ id }) => id))
  const hours = totalHours(workflow)
  const covered = cases.filter(({ id }) => workflow.caseIds?.includes(id) ?? true)
  return [
    ...(workflow.caseIds ?? [])
      .filter((caseId) => !known.has(caseId))
      .map((caseId): WorkflowFault => ({ code: 'case-unknown', caseId })),
    ...covered.flatMap(({ id: caseId, limit }): WorkflowFault[] => {
      const most = leastWorkingHours(limit, hoursOfDay)
      return hours > most ? [{ code: 'longer-than-limit', caseId, hours, most }] : []
    }),
  ]
}
