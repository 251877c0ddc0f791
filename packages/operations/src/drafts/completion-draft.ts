import { randomUUID } from 'node:crypto'
import { openDraft, saveDraft, type Draft } from '@motcua/db'
import type { Dossier } from '@motcua/domain'
import type { Room } from '../operation.ts'

/** The open draft that completes or amends a dossier, or a new one that begins as the dossier stands. */
export async function openCompletionDraft(
  { tx, now }: Room,
  dossier: Dossier,
  accountId: string,
): Promise<Draft> {
  const { agencyId, answers, papers, returnChannel, procedure } = dossier
  const content = { caseId: procedure.caseId, agencyId, answers, papers, returnChannel }
  const draft = await openDraft(tx, {
    id: randomUUID(),
    accountId,
    purpose: 'completion',
    procedureCode: procedure.code,
    dossierId: dossier.id,
    content,
    at: now,
  })
  // One begun before the office asked, or before the dossier was changed elsewhere, speaks of a dossier of the past.
  const changedAt = dossier.contentAt ?? dossier.submittedAt
  const leftOver =
    draft.updatedAt < changedAt || ('request' in dossier && draft.updatedAt < dossier.request.at)
  return leftOver ? saveDraft(tx, draft, content, now) : draft
}
