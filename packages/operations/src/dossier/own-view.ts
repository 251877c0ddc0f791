import { eventsOf, noticesOf } from '@motcua/db'
import type { Agency, Dossier, Form, Paper } from '@motcua/domain'
import { agencyView } from '../catalogue/procedure-view.ts'
import type { Room } from '../operation.ts'
import type { Tenant } from '../tenants/tenant.ts'
import type { AgencyView, OwnDossierView } from '../views.ts'
import { timelineOf } from './timeline.ts'

/** A dossier as its applicant sees it: everything in it, and everything that happened. */
export async function ownView({ tx, tenant }: Room, dossier: Dossier): Promise<OwnDossierView> {
  const [events, notices] = await Promise.all([eventsOf(tx, dossier.id), noticesOf(tx, dossier.id)])
  const { papers, handedIn, receiptDay, paymentChannel, ...rest } = dossier
  const names = new Map(papersOf(tenant, dossier).map(({ id, name }) => [id, name]))
  return {
    id: rest.id,
    submissionNo: rest.submissionNo,
    phase: rest.phase,
    procedure: rest.procedure,
    agency: agencyOfDossier(tenant, dossier),
    applicant: rest.applicant,
    answers: rest.answers,
    form: formOf(tenant, dossier),
    papers: papers.map((paper) => ({ ...paper, paperName: names.get(paper.paperId) ?? paper.paperId })),
    handedIn: (handedIn ?? []).map((id) => names.get(id) ?? id),
    returnChannel: rest.returnChannel,
    ...(paymentChannel && { paymentChannel }),
    submittedAt: rest.submittedAt,
    attempt: rest.attempt,
    ...(receiptDay && { receiptDay }),
    intakeClock: rest.intakeClock,
    ...ofPhase(dossier),
    timeline: timelineOf(events),
    notices: notices.map(({ createdAt, sentAt, channel, subject, status }) => ({
      at: sentAt ?? createdAt,
      channel,
      subject,
      status,
    })),
  }
}

function ofPhase(dossier: Dossier): Partial<OwnDossierView> {
  switch (dossier.phase) {
    case 'submitted':
      return {}
    case 'completion-requested': {
      const { at, items, note } = dossier.request
      return { request: { at, items: [...items], ...(note && { note }) } }
    }
    case 'refused': {
      const { at, reason, basis } = dossier.refusal
      return { refusal: { at, reason, basis } }
    }
    case 'processing':
    case 'decided': {
      const { code, acceptedAt, processingClock } = dossier
      const accepted = { code, acceptedAt, processingClock }
      return dossier.phase === 'decided' ? { ...accepted, result: dossier.result } : accepted
    }
    default:
      return dossier satisfies never
  }
}

/** The body that received it; one that has since gone from the list is named by its id. */
export function agencyOfDossier(tenant: Tenant, { agencyId }: Dossier): AgencyView {
  return agencyView(tenant.agencies.get(agencyId) ?? gone(agencyId))
}

/** The form it was filled in with. Where the procedure is offered no more, its answers are shown by their ids. */
function formOf(tenant: Tenant, { procedure, answers }: Dossier): Form {
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
