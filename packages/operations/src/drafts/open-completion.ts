import { getDossier } from '@motcua/db'
import { NotFound, Refused } from '@motcua/domain'
import { z } from 'zod'
import { operation } from '../operation.ts'
import type { DraftView } from '../views.ts'
import { openCompletionDraft } from './completion-draft.ts'
import { draftView } from './draft-view.ts'
import { citizenOf } from './own-draft.ts'

/** The draft in which a person adds what the office asked for. */
export const openCompletion = operation({
  name: 'drafts.openCompletion',
  may: 'draft:own',
  input: z.object({ dossierId: z.uuid() }),

  async run(room, { dossierId }): Promise<DraftView> {
    const { accountId } = citizenOf(room.actor)
    const dossier = await getDossier(room.tx, dossierId)
    if (dossier.applicant.accountId !== accountId) throw new NotFound('dossier')
    if (!('request' in dossier)) throw new Refused({ code: 'completion-not-requested' })
    return draftView(room, await openCompletionDraft(room, dossier, accountId), dossier)
  },
})
