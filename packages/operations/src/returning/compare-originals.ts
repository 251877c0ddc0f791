import { compareOriginals as decide, shownPapers } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToChange, staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { returningLaw } from './terms.ts'

/** Records that what was filed was compared with the originals, and whether they agree. */
export const compareOriginals = operation({
  name: 'returning.compareOriginals',
  may: 'result:return',
  input: z.object({
    dossierId: z.uuid(),
    outcome: z.enum(['match', 'differ']),
    shown: z.enum(shownPapers),
    note: z.string().trim().max(2000).optional(),
  }),

  async run(room, { dossierId, outcome, shown, note }): Promise<void> {
    const { tenant, actor, now } = room
    const dossier = await getDossierToChange(room, dossierId)
    const command = { at: now, by: staffOf(actor).fullName, outcome, shown, ...(note && { note }) }
    await record(room, dossier, decide(dossier, command, returningLaw(tenant, dossier, now).originals))
  },
})
