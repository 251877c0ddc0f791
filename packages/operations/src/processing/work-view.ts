import type {
  AcceptedDossier,
  Attachment,
  Dossier,
  Holder,
  LegalBasis,
  OfficialPaper,
  StepKind,
  Work,
  WorkRole,
  Opinion,
  Proposal,
  Sharing,
  SignedResult,
  Share,
  StepRecord,
  Visit,
  WorkflowStep,
} from '@motcua/domain'
import { isProposing, openShares, openVisit, stepOf, stepsBefore } from '@motcua/domain'
import type { Instant } from '@motcua/calendar'
import { agencyName } from '../tenants/agency-name.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** Where the work on a dossier stands, as its applicant sees it: the steps, the present one, and the body that has it. */
export interface WorkProgress {
  steps: WorkProgressStep[]
  /** Body that takes the present step. */
  agencyName: string
  since: Instant
  /** A visit of the office that is to come. */
  visit?: { startsAt: Instant; place: string; purpose: string }
}

export interface WorkProgressStep {
  id: string
  name: string
  kind: StepKind
  role: WorkRole
  /** Where another body than the one that received the dossier takes the step. */
  agencyName?: string
  hours: number
  state: 'done' | 'present' | 'ahead'
  /** Who has it or had it last; for staff only. */
  holder?: string
}

/** The same as staff see it. */
export interface StaffWork extends WorkProgress {
  /** Version of the workflow; 0 is the plain one of a procedure without an approved workflow. */
  version: number
  decision?: OfficialPaper
  present: WorkflowStep & { dueAt: Instant | null; proposing: boolean; holder?: Holder; agencyId: string }
  /** Steps it may be sent back to. */
  earlier: { id: string; name: string }[]
  records: (StepRecord & { stepName: string; agencyName: string })[]
  proposal?: Proposal
  signed?: SignedResult
  opinions: (Opinion & { agencyName: string })[]
  sharing?: Omit<Sharing, 'shares'> & {
    leadAgencyName: string
    supervisorName?: string
    shares: (Share & { agencyName: string; open: boolean })[]
    basis: readonly LegalBasis[]
  }
  visits: Visit[]
  documents: Attachment[]
}

/** What an applicant may know of the work. */
export function workProgress(tenant: Tenant, dossier: Dossier): WorkProgress | undefined {
  const work = workOn(dossier)
  if (!work) return undefined
  const visit = openVisit(work.visits)
  return {
    steps: stepsOf(tenant, dossier, work).map(({ holder: _, ...step }) => step),
    agencyName: agencyName(tenant, work.agencyId),
    since: work.since,
    ...(visit && { visit: { startsAt: visit.startsAt, place: visit.place, purpose: visit.purpose } }),
  }
}

/** What staff see of the work. */
export function staffWork(tenant: Tenant, dossier: Dossier): StaffWork | undefined {
  const work = workOn(dossier)
  const progress = workProgress(tenant, dossier)
  if (!work || !progress) return undefined
  const { agencyId, dueAt, holder, proposal, signed, sharing, version, decision } = work
  const open = openShares(sharing)
  return {
    ...progress,
    steps: stepsOf(tenant, dossier, work),
    version,
    ...(decision && { decision }),
    present: { ...stepOf(work), agencyId, dueAt, proposing: isProposing(work), ...(holder && { holder }) },
    earlier: stepsBefore(work).map(({ id, name }) => ({ id, name })),
    records: work.done.map((record) => ({
      ...record,
      stepName: stepOf(work, record.stepId).name,
      agencyName: agencyName(tenant, record.agencyId),
    })),
    ...(proposal && { proposal }),
    ...(signed && { signed }),
    opinions: (work.opinions ?? []).map((opinion) => ({
      ...opinion,
      agencyName: agencyName(tenant, opinion.agencyId),
    })),
    ...(sharing && {
      sharing: {
        ...sharing,
        leadAgencyName: agencyName(tenant, sharing.leadAgencyId),
        ...(sharing.supervisorId && { supervisorName: agencyName(tenant, sharing.supervisorId) }),
        shares: sharing.shares.map((share) => ({
          ...share,
          agencyName: agencyName(tenant, share.agencyId),
          open: open.includes(share),
        })),
      },
    }),
    visits: [...(work.visits ?? [])],
    documents: documentsOf(work),
  }
}

/** Every document the work brought forth: drafts, signed results, opinions, parts, reports of visits. */
export function documentsOf(work: Work): Attachment[] {
  const { proposal, signed, opinions = [], sharing, visits = [] } = work
  return [
    proposal?.document,
    signed?.document,
    ...opinions.flatMap(({ document, answer }) => [document, answer?.document]),
    ...(sharing?.shares ?? []).map(({ done }) => done?.document),
    ...visits.map(({ report }) => report?.document),
  ].filter((document) => document !== undefined)
}

function stepsOf(tenant: Tenant, dossier: Dossier, work: Work): WorkProgressStep[] {
  const place = work.steps.findIndex(({ id }) => id === work.at)
  const finished = dossier.phase === 'decided' || dossier.phase === 'returned'
  return work.steps.map(({ id, name, kind, role, agencyId, hours }, at) => {
    const state = finished || at < place ? 'done' : at === place ? 'present' : 'ahead'
    const holder =
      at === place && !finished ? work.holder : work.done.findLast(({ stepId }) => stepId === id)?.holder
    return {
      id,
      name,
      kind,
      role,
      ...(agencyId && { agencyName: agencyName(tenant, agencyId) }),
      hours,
      state,
      ...(holder && state !== 'ahead' && { holder: holder.fullName }),
    }
  })
}

function workOn(dossier: Dossier | AcceptedDossier): Work | undefined {
  return 'work' in dossier ? dossier.work : undefined
}
