import { getDossier } from '@motcua/db'
import { mayAmend, NotFound, Refused } from '@motcua/domain'
import { z } from 'zod'
import { amendmentTriggers } from '../completion/amending.ts'
import { operation } from '../operation.ts'
import type { DraftView } from '../views.ts'
import { openCompletionDraft } from './completion-draft.ts'
import { draftView } from './draft-view.ts'
import { citizenOf } from './own-draft.ts'

/** The draft in which a person changes a dossier already filed, where the law lets it be changed. */
export const openAmendment = operation({
  name: 'drafts.openAmendment',
  may: 'draft:own',
  input: z.object({ dossierId: z.uuid() }),

  async run(room, { dossierId }): Promise<DraftView> {
    const { accountId } = citizenOf(room.actor)
    const dossier = await getDossier(room.tx, dossierId)
    if (dossier.applicant.accountId !== accountId) throw new NotFound('dossier')
    const triggers = amendmentTriggers(room.tenant, room.now)
    if (!mayAmend(dossier, triggers)) {
      const data = { phase: dossier.phase, triggers: triggers.answer, basis: triggers.basis }
      throw new Refused({ code: 'amendment-not-allowed', data })
    }
    return draftView(room, await openCompletionDraft(room, dossier, accountId), dossier)
  },
})
