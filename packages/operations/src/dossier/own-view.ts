import { eventsOf, noticesOf } from '@motcua/db'
import type { Agency, Dossier, Form, Paper } from '@motcua/domain'
import { agencyView } from '../catalogue/procedure-view.ts'
import { contentViews } from '../completion/content-views.ts'
import type { Room } from '../operation.ts'
import { workProgress } from '../processing/work-view.ts'
import type { Tenant } from '../tenants/tenant.ts'
import type { AgencyView, OwnDossierView } from '../views.ts'
import { timelineOf } from './timeline.ts'

/** A dossier as its applicant sees it: everything in it, and everything that happened. */
export async function ownView(
  room: Room,
  dossier: Dossier,
  reader: 'applicant' | 'staff' = 'applicant',
): Promise<OwnDossierView> {
  const { tx, tenant } = room
  const [events, notices] = await Promise.all([eventsOf(tx, dossier.id), noticesOf(tx, dossier.id)])
  const { papers, handedIn, receiptDay, paymentChannel, ...rest } = dossier
  const work = workProgress(tenant, dossier)
  const procedurePapers = papersOf(tenant, dossier)
  const form = formOf(tenant, dossier)
  const names = new Map(procedurePapers.map(({ id, name }) => [id, name]))
  return {
    id: rest.id,
    submissionNo: rest.submissionNo,
    phase: rest.phase,
    procedure: rest.procedure,
    agency: agencyOfDossier(tenant, dossier),
    applicant: rest.applicant,
    answers: rest.answers,
    form,
    papers: papers.map((paper) => ({ ...paper, paperName: names.get(paper.paperId) ?? paper.paperId })),
    handedIn: (handedIn ?? []).map((id) => names.get(id) ?? id),
    returnChannel: rest.returnChannel,
    ...(paymentChannel && { paymentChannel }),
    submittedAt: rest.submittedAt,
    attempt: rest.attempt,
    ...(receiptDay && { receiptDay }),
    intakeClock: rest.intakeClock,
    ...ofPhase(dossier),
    ...(work && { work }),
    timeline: timelineOf(events, reader),
    ...contentViews(room, dossier, events, { form, papers: procedurePapers }),
    notices: notices.map(({ createdAt, sentAt, eventVersion, channel, subject, body, status }) => ({
      at: sentAt ?? createdAt,
      about: eventVersion,
      channel,
      subject,
      body,
      status,
    })),
  }
}

type ByPhase = Pick<OwnDossierView, 'pauses' | 'apologies'> &
  Partial<Omit<OwnDossierView, 'request' | 'revisions' | 'mayAmend' | 'mayWithdraw'>>

/** What a dossier has by its phase and its way so far. */
function ofPhase(dossier: Dossier): ByPhase {
  const view: ByPhase = {
    pauses: [],
    apologies: [],
    ...(dossier.fee && { fee: dossier.fee }),
  }
  if ('refusal' in dossier) view.refusal = dossier.refusal
  if ('result' in dossier) view.result = dossier.result
  if ('handOver' in dossier) view.handOver = dossier.handOver
  if (dossier.cameBy) view.cameBy = dossier.cameBy
  if (dossier.custody) view.custody = dossier.custody
  if ('withdrawal' in dossier) view.withdrawal = dossier.withdrawal
  if ('closing' in dossier) view.closing = dossier.closing
  if (!('code' in dossier) || dossier.code === undefined) return view
  const { code, acceptedAt, processingClock, originalDueAt, pauses = [], apologies = [] } = dossier
  return {
    ...view,
    code,
    ...(acceptedAt && { acceptedAt }),
    ...(processingClock && { processingClock }),
    ...(originalDueAt !== undefined && { originalDueAt }),
    pauses: [...pauses],
    apologies: [...apologies],
  }
}

/** The body that received it; one that has since gone from the list is named by its id. */
export function agencyOfDossier(tenant: Tenant, { agencyId }: Dossier): AgencyView {
  return agencyView(agencyById(tenant, agencyId))
}

/** A body by its id; one that has since gone from the list is named by it. */
export function agencyById(tenant: Tenant, id: string): Agency {
  return tenant.agencies.get(id) ?? gone(id)
}

/** The form it was filled in with. Where the procedure is offered no more, its answers are shown by their ids. */
export function formOf(tenant: Tenant, { procedure, answers }: Dossier): Form {
  const offered = tenant.procedures.get(procedure.code)
  if (offered) return offered.form
  const title = { vi: procedure.name, en: procedure.name }
  const fields = Object.keys(answers).map((id) => ({
    id,
    kind: 'long-text' as const,
    label: { vi: id, en: id },
    optional: true,
  }))
  return { id: procedure.code, pages: [{ id: 'answers', title, fields }] }
}

/** The papers of its procedure; where that is offered no more, those that were given. */
export function papersOf(tenant: Tenant, { procedure, papers }: Dossier): Paper[] {
  const offered = tenant.procedures.get(procedure.code)
  if (offered) return offered.procedure.papers
  const ids = [...new Set(papers.map(({ paperId }) => paperId))]
  return ids.map((id) => ({ id, name: id, originals: 0, copies: 0, required: false, presentedOnly: false }))
}

function gone(id: string): Agency {
  return { id, name: id, level: 'province', code: '00', address: '', phone: '', hasOneStopSection: false }
}
