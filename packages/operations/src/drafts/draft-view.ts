import { dateOf, type Instant } from '@motcua/calendar'
import { getDossier, type Draft } from '@motcua/db'
import { applies, askedAnswers, changesBetween, shownPages, type Dossier } from '@motcua/domain'
import { procedureOf, procedureView } from '../catalogue/procedure-view.ts'
import { changeViews, requestView } from '../completion/content-views.ts'
import { formOf, papersOf } from '../dossier/own-view.ts'
import type { Room } from '../operation.ts'
import type { DraftLine, DraftView, ProcedureView } from '../views.ts'
import { todoOf } from './todo.ts'

/** A draft with all its pages need. `dossier` is the one a completion answers; it is read where it is not at hand. */
export async function draftView(room: Room, draft: Draft, dossier?: Dossier): Promise<DraftView> {
  const { tenant, tx, now } = room
  const completed =
    draft.purpose === 'completion' ? (dossier ?? (await getDossier(tx, draft.dossierId!))) : undefined
  const offered = procedureOf(tenant, draft.procedureCode)
  const procedure = procedureView(tenant, offered, now)
  const { papers, ...content } = draft.content
  const about = completed ? asksOrAmends(room, completed, draft) : {}
  return {
    ...content,
    id: draft.id,
    // Where the office asked for something, all of it stands open, whatever else was answered.
    ...('completes' in about ? { procedure, form: offered.form } : asAsked(procedure, draft, now)),
    papers: [...papers],
    todo: todoOf(draft, offered, procedure, { now, dossier: completed }),
    updatedAt: draft.updatedAt,
    ...(draft.finishedAt && { dossierId: draft.dossierId! }),
    ...about,
  }
}

/** The pages and papers that apply to what was answered so far; a paper that was added stays in sight. */
function asAsked(procedure: ProcedureView, { content }: Draft, now: Instant) {
  const today = dateOf(now)
  const answers = askedAnswers(procedure.form, content.answers, today)
  const papers = procedure.papers.filter(
    (paper) => applies(paper, answers, today) || content.papers.some(({ paperId }) => paperId === paper.id),
  )
  const pages = shownPages(procedure.form, content.answers, today)
  return { procedure: { ...procedure, papers }, form: { ...procedure.form, pages } }
}

/** One line of a person's list of drafts; undefined where the procedure is offered no more. */
export function draftLine(room: Room, draft: Draft): DraftLine | undefined {
  const offered = room.tenant.procedures.get(draft.procedureCode)
  if (!offered) return undefined
  const procedure = procedureView(room.tenant, offered, room.now)
  return {
    id: draft.id,
    procedureCode: draft.procedureCode,
    procedureName: offered.procedure.name,
    updatedAt: draft.updatedAt,
    todo: todoOf(draft, offered, procedure, { now: room.now }).length,
  }
}

/** A draft of a filed dossier answers what the office asked, or else it is the applicant's own amendment. */
function asksOrAmends(
  room: Room,
  dossier: Dossier,
  { content }: Draft,
): Pick<DraftView, 'completes' | 'amends'> {
  const { id: dossierId, submissionNo } = dossier
  const { request } = requestView(room, dossier)
  if (request) {
    const { items, note, window, effect } = request
    return {
      completes: {
        dossierId,
        submissionNo,
        items,
        ...(note && { note }),
        ...(window && { window }),
        ...(effect && { effect }),
      },
    }
  }
  const names = { form: formOf(room.tenant, dossier), papers: papersOf(room.tenant, dossier) }
  const given = { ...content, handedIn: dossier.handedIn ?? [] }
  const code = 'code' in dossier ? dossier.code : undefined
  return {
    amends: {
      dossierId,
      number: code ?? submissionNo,
      accepted: code !== undefined,
      changes: changeViews(changesBetween(dossier, given), names),
    },
  }
}
