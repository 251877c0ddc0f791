import { takeStep as decide } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToWorkOn } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { deedOf, holderOf, mustFit, workIn } from './at-step.ts'
import { startOfNext } from './step-time.ts'

/** Takes the present step of a dossier, where nobody has it. */
export const takeStep = operation({
  name: 'processing.takeStep',
  may: 'work:do',
  input: z.object({ dossierId: z.uuid() }),

  async run(room, { dossierId }): Promise<void> {
    const dossier = await getDossierToWorkOn(room, dossierId)
    mustFit(room, workIn(dossier))
    const { accountId: _, ...deed } = deedOf(room)
    const command = { ...deed, holder: holderOf(room) }
    await record(room, dossier, decide(dossier, command, startOfNext(room.tenant, dossier, room.now)))
  },
})
