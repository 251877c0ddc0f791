import { withdrawConsent } from '@motcua/db'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { citizenOf } from '../drafts/own-draft.ts'
import { operation } from '../operation.ts'

/** Takes the consent to keep one paper back: it is not used again, and the dossier it came from keeps its file. */
export const withdrawPaper = operation({
  name: 'papers.withdraw',
  may: 'paper:keep',
  input: z.object({ id: z.uuid() }),

  async run(room, { id }): Promise<void> {
    const { tx, actor, now } = room
    await withdrawConsent(tx, citizenOf(actor).accountId, id, now)
    await audit(room, { deed: 'vault:withdraw-consent', thing: 'kept-paper', thingId: id })
  },
})
