import { finishDraft, getDossierForUpdate } from '@motcua/db'
import { NotFound, Refused } from '@motcua/domain'
import { z } from 'zod'
import { openCompletionDraft } from '../drafts/completion-draft.ts'
import { citizenOf } from '../drafts/own-draft.ts'
import { askedPapers } from '../drafts/todo.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { supply } from './supply.ts'

/** Hands in what the office asked for, before acceptance or after it. Pressed twice it is once. */
export const supplyCompletion = operation({
  name: 'completion.supply',
  may: 'draft:own',
  input: z.object({ dossierId: z.uuid() }),

  async run(room, { dossierId }): Promise<{ dossierId: string }> {
    const { tx, tenant, actor, now } = room
    const { accountId } = citizenOf(actor)
    const dossier = await getDossierForUpdate(tx, dossierId)
    if (dossier.applicant.accountId !== accountId) throw new NotFound('dossier')
    // What was asked for has been handed in, by the first press or in another window.
    if ((dossier.phase === 'submitted' || dossier.phase === 'processing') && dossier.attempt > 1)
      return { dossierId }

    const draft = await openCompletionDraft(room, dossier, accountId)
    const { answers, papers } = draft.content
    const stillAsked = askedPapers(dossier, papers)
    if (stillAsked.length > 0) throw new Refused({ code: 'papers-missing', data: { papers: stillAsked } })
    const { mode } = dossier
    await record(room, dossier, supply(tenant, dossier, { answers, papers }, { mode, now }))
    await finishDraft(tx, draft, dossierId, now)
    return { dossierId }
  },
})
