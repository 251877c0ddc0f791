import { announcementWays, announceResult as decide } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToChange, staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'

/** Records that the applicant was told that the result may be fetched before the appointed day. */
export const announceResult = operation({
  name: 'returning.announceResult',
  may: 'result:return',
  input: z.object({
    dossierId: z.uuid(),
    how: z.enum(announcementWays),
    note: z.string().trim().max(500).optional(),
  }),

  async run(room, { dossierId, how, note }): Promise<void> {
    const dossier = await getDossierToChange(room, dossierId)
    const command = { at: room.now, by: staffOf(room.actor).fullName, how, ...(note && { note }) }
    await record(room, dossier, decide(dossier, command))
  },
})
