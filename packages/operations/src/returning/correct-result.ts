import { correctResult as decide } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToChange, staffOf } from '../dossier/reach.ts'
import { keepDocument } from '../files/keep-document.ts'
import { Upload } from '../files/take-file.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'

/** Replaces a result the office got wrong. It is then sealed and handed over once more, at the office's cost. */
export const correctResult = operation({
  name: 'returning.correctResult',
  may: 'result:correct',
  input: z.object({
    dossierId: z.uuid(),
    reason: z.string().trim().max(2000),
    document: Upload.optional(),
  }),

  async run(room, { dossierId, reason, document: given }): Promise<void> {
    const dossier = await getDossierToChange(room, dossierId)
    const document = given && (await keepDocument(room, dossierId, 'result', given))
    const command = { at: room.now, by: staffOf(room.actor).fullName, reason, ...(document && { document }) }
    await record(room, dossier, decide(dossier, command))
  },
})
