import { recordVisit as decide } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToWorkOn } from '../dossier/reach.ts'
import { keepDocument } from '../files/keep-document.ts'
import { Upload } from '../files/take-file.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { deedOf } from './at-step.ts'

/** Writes down what a visit found, with its minutes. */
export const recordVisit = operation({
  name: 'processing.recordVisit',
  may: 'work:do',
  input: z.object({
    dossierId: z.uuid(),
    findings: z.string().trim().min(1).max(4000),
    document: Upload.optional(),
  }),

  async run(room, { dossierId, findings, document }): Promise<void> {
    const dossier = await getDossierToWorkOn(room, dossierId)
    const kept = document && { document: await keepDocument(room, dossierId, 'report', document) }
    await record(room, dossier, decide(dossier, { ...deedOf(room), findings, ...kept }))
  },
})
