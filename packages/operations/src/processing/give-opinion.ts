import { giveOpinion as decide } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToWorkOn, staffOf } from '../dossier/reach.ts'
import { keepDocument } from '../files/keep-document.ts'
import { Upload } from '../files/take-file.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'

/** The body that was asked records its opinion on the system (HN19-9.1b). */
export const giveOpinion = operation({
  name: 'processing.giveOpinion',
  may: 'work:answer',
  input: z.object({
    dossierId: z.uuid(),
    opinionId: z.uuid(),
    agrees: z.boolean(),
    text: z.string().trim().min(1).max(4000),
    document: Upload.optional(),
  }),

  async run(room, { dossierId, opinionId: id, agrees, text, document }): Promise<void> {
    const dossier = await getDossierToWorkOn(room, dossierId)
    const { fullName: by, agencyId } = staffOf(room.actor)
    const kept = document && { document: await keepDocument(room, dossierId, 'opinion', document) }
    await record(room, dossier, decide(dossier, { at: room.now, by, agencyId, id, agrees, text, ...kept }))
  },
})
