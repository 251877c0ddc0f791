import { sendBack as decide } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToWorkOn } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { deedOf, workIn } from './at-step.ts'
import { startAgain } from './step-time.ts'

/** Trả lại: the holder sends the work back to an earlier step, with the reason. */
export const sendBack = operation({
  name: 'processing.sendBack',
  may: 'work:do',
  input: z.object({
    dossierId: z.uuid(),
    toStepId: z.string().max(40),
    reason: z.string().trim().min(1).max(2000),
  }),

  async run(room, { dossierId, toStepId, reason }): Promise<void> {
    const dossier = await getDossierToWorkOn(room, dossierId)
    const next = startAgain(room.tenant, { ...dossier, work: workIn(dossier) }, toStepId, room.now)
    await record(room, dossier, decide(dossier, { ...deedOf(room), toStepId, reason }, next))
  },
})
