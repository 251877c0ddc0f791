import { signResult as decide } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToWorkOn } from '../dossier/reach.ts'
import { keepDocument } from '../files/keep-document.ts'
import { Upload } from '../files/take-file.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { deedOf } from './at-step.ts'
import { startOfNext } from './step-time.ts'

/** Ký duyệt: the leader approves the result as it was put before them; a signed document takes the place of the draft. */
export const signResult = operation({
  name: 'processing.signResult',
  may: 'work:sign',
  input: z.object({ dossierId: z.uuid(), document: Upload.optional() }),

  async run(room, { dossierId, document }): Promise<void> {
    const dossier = await getDossierToWorkOn(room, dossierId)
    const kept = document && { document: await keepDocument(room, dossierId, 'signed', document) }
    const command = { ...deedOf(room), ...kept }
    await record(room, dossier, decide(dossier, command, startOfNext(room.tenant, dossier, room.now)))
  },
})
