import { randomUUID } from 'node:crypto'
import type { Instant } from '@motcua/calendar'
import { MomentInput, askOpinion as decide, NotFound } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToWorkOn } from '../dossier/reach.ts'
import { keepDocument } from '../files/keep-document.ts'
import { Upload } from '../files/take-file.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { deedOf } from './at-step.ts'

/** Lấy ý kiến: asks another body, by a deadline after which its silence is dealt with as the law says (HN19-9.1b). */
export const askOpinion = operation({
  name: 'processing.askOpinion',
  may: 'work:do',
  input: z.object({
    dossierId: z.uuid(),
    agencyId: z.string().max(100),
    question: z.string().trim().min(1).max(4000),
    dueAt: MomentInput,
    document: Upload.optional(),
  }),

  async run(room, { dossierId, agencyId, question, dueAt, document }): Promise<void> {
    if (!room.tenant.agencies.has(agencyId)) throw new NotFound('agency')
    const dossier = await getDossierToWorkOn(room, dossierId)
    const kept = document && { document: await keepDocument(room, dossierId, 'request', document) }
    const command = { ...deedOf(room), id: randomUUID(), agencyId, question, dueAt, ...kept }
    await record(room, dossier, decide(dossier, command))
  },
})
