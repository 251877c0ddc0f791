import { doStep as decide } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToWorkOn } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { deedOf } from './at-step.ts'
import { startOfNext } from './step-time.ts'

/** The holder finishes the present step, with what there is to say about it. */
export const doStep = operation({
  name: 'processing.doStep',
  may: 'work:do',
  input: z.object({ dossierId: z.uuid(), note: z.string().trim().max(2000).optional() }),

  async run(room, { dossierId, note }): Promise<void> {
    const dossier = await getDossierToWorkOn(room, dossierId)
    const command = { ...deedOf(room), ...(note && { note }) }
    await record(room, dossier, decide(dossier, command, startOfNext(room.tenant, dossier, room.now)))
  },
})
