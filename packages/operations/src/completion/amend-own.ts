import { finishDraft, getDossierForUpdate } from '@motcua/db'
import { amendDossier, NotFound } from '@motcua/domain'
import { z } from 'zod'
import { openCompletionDraft } from '../drafts/completion-draft.ts'
import { citizenOf } from '../drafts/own-draft.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { amendmentTerms, keepingBody } from './amending.ts'

/** Sends what the applicant changed in a filed dossier. Its numbers stay; the version before it is kept. */
export const amendOwn = operation({
  name: 'completion.amendOwn',
  may: 'draft:own',
  input: z.object({ dossierId: z.uuid(), reason: z.string().trim().max(2000).optional() }),

  async run(room, { dossierId, reason }): Promise<{ dossierId: string }> {
    const { tx, tenant, actor, now } = room
    const { accountId, fullName } = citizenOf(actor)
    const dossier = await getDossierForUpdate(tx, dossierId)
    if (dossier.applicant.accountId !== accountId) throw new NotFound('dossier')
    const draft = await openCompletionDraft(room, dossier, accountId)
    const { papers } = draft.content
    const answers = keepingBody(tenant, dossier, draft.content.answers)
    const command = { at: now, by: fullName, answers, papers, ...(reason && { reason }) }
    await record(room, dossier, amendDossier(dossier, command, amendmentTerms(tenant, dossier, now)))
    await finishDraft(tx, draft, dossierId, now)
    return { dossierId }
  },
})
