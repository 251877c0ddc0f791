import { getDossier, type Draft } from '@motcua/db'
import { changesBetween, type Dossier } from '@motcua/domain'
import { procedureOf, procedureView } from '../catalogue/procedure-view.ts'
import { changeViews, requestView } from '../completion/content-views.ts'
import { formOf, papersOf } from '../dossier/own-view.ts'
import type { Room } from '../operation.ts'
import type { DraftLine, DraftView } from '../views.ts'
import { todoOf } from './todo.ts'

/** A draft with all its pages need. `dossier` is the one a completion answers; it is read where it is not at hand. */
export async function draftView(room: Room, draft: Draft, dossier?: Dossier): Promise<DraftView> {
  const { tenant, tx, now } = room
  const completed =
    draft.purpose === 'completion' ? (dossier ?? (await getDossier(tx, draft.dossierId!))) : undefined
  const offered = procedureOf(tenant, draft.procedureCode)
  const procedure = procedureView(tenant, offered, now)
  const { papers, ...content } = draft.content
  return {
    ...content,
    id: draft.id,
    procedure,
    form: offered.form,
    papers: [...papers],
    todo: todoOf(draft, offered, procedure, { now, dossier: completed }),
    updatedAt: draft.updatedAt,
    ...(draft.finishedAt && { dossierId: draft.dossierId! }),
    ...(completed && asksOrAmends(room, completed, draft)),
  }
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
