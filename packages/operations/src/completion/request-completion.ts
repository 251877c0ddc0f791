import { requestCompletion as decide } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToChange, staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'

/** Asks the applicant for everything that is missing, all at once, with a reason and an article for each (HN19-8.2). */
export const requestCompletion = operation({
  name: 'intake.requestCompletion',
  may: 'dossier:request-completion',
  input: z.object({
    dossierId: z.uuid(),
    items: z
      .array(
        z.object({
          kind: z.enum(['paper', 'field']),
          ref: z.string(),
          label: z.string().trim().min(1).max(1000),
          reason: z.string().trim().min(1).max(2000),
          basis: z.string().trim().min(1).max(500),
        }),
      )
      .max(100),
    note: z.string().trim().max(2000).optional(),
  }),

  async run(room, { dossierId, items, note }): Promise<void> {
    const { actor, now } = room
    const dossier = await getDossierToChange(room, dossierId)
    const command = { at: now, by: staffOf(actor).fullName, items, ...(note && { note }) }
    await record(room, dossier, decide(dossier, command))
  },
})
