import { getDossier, type Draft } from '@motcua/db'
import type { Dossier } from '@motcua/domain'
import { procedureOf, procedureView } from '../catalogue/procedure-view.ts'
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
    ...(completed?.phase === 'completion-requested' && { completes: requestOf(completed) }),
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

function requestOf(
  dossier: Extract<Dossier, { phase: 'completion-requested' }>,
): NonNullable<DraftView['completes']> {
  const { items, note } = dossier.request
  return {
    dossierId: dossier.id,
    submissionNo: dossier.submissionNo,
    items: [...items],
    ...(note && { note }),
  }
}
