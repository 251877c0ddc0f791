import { submitResult as decide } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToWorkOn } from '../dossier/reach.ts'
import { keepDocument } from '../files/keep-document.ts'
import { Upload } from '../files/take-file.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { deedOf } from './at-step.ts'
import { startOfNext } from './step-time.ts'

/** Trình ký: puts the result before the leader, with the draft of its document. */
export const submitResult = operation({
  name: 'processing.submitResult',
  may: 'work:do',
  input: z.object({
    dossierId: z.uuid(),
    outcome: z.enum(['granted', 'rejected']),
    note: z.string().trim().max(2000).optional(),
    document: Upload.optional(),
  }),

  async run(room, { dossierId, outcome, note, document }): Promise<void> {
    const dossier = await getDossierToWorkOn(room, dossierId)
    const kept = document && { document: await keepDocument(room, dossierId, 'draft', document) }
    const command = { ...deedOf(room), outcome, ...(note && { note }), ...kept }
    await record(room, dossier, decide(dossier, command, startOfNext(room.tenant, dossier, room.now)))
  },
})
