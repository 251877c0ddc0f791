import { finishShare as decide } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToWorkOn, staffOf } from '../dossier/reach.ts'
import { keepDocument } from '../files/keep-document.ts'
import { Upload } from '../files/take-file.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'

/** A body records that its part of an inter-agency dossier is done; whose turn it is next follows (PT20-11.1). */
export const finishShare = operation({
  name: 'processing.finishShare',
  may: 'work:answer',
  input: z.object({
    dossierId: z.uuid(),
    shareId: z.uuid(),
    note: z.string().trim().min(1).max(4000),
    document: Upload.optional(),
  }),

  async run(room, { dossierId, shareId: id, note, document }): Promise<void> {
    const dossier = await getDossierToWorkOn(room, dossierId)
    const { fullName: by, agencyId } = staffOf(room.actor)
    const kept = document && { document: await keepDocument(room, dossierId, 'share', document) }
    await record(room, dossier, decide(dossier, { at: room.now, by, agencyId, id, note, ...kept }))
  },
})
