import { withdrawConsent } from '@motcua/db'
import { z } from 'zod'
import { citizenOf } from '../drafts/own-draft.ts'
import { operation } from '../operation.ts'

/** Takes the consent to keep one paper back: it is not used again, and the dossier it came from keeps its file. */
export const withdrawPaper = operation({
  name: 'papers.withdraw',
  may: 'paper:keep',
  input: z.object({ id: z.uuid() }),

  async run({ tx, actor, now }, { id }): Promise<void> {
    await withdrawConsent(tx, citizenOf(actor).accountId, id, now)
  },
})
