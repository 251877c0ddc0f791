import { reassignStep as decide, stepOf } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToWorkOn } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { deedOf, fitHolder, mustLead, workIn } from './at-step.ts'

/** A head gives the present step to somebody else, with the reason. */
export const reassignStep = operation({
  name: 'processing.reassignStep',
  may: 'work:assign',
  input: z.object({ dossierId: z.uuid(), accountId: z.uuid(), reason: z.string().trim().min(1).max(2000) }),

  async run(room, { dossierId, accountId, reason }): Promise<void> {
    const dossier = await getDossierToWorkOn(room, dossierId)
    const work = workIn(dossier)
    mustLead(room, dossier, work)
    const { agencyId } = work
    const holder = await fitHolder(room, { agencyId, role: stepOf(work).role }, accountId)
    const { accountId: _, ...deed } = deedOf(room)
    await record(room, dossier, decide(dossier, { ...deed, holder, reason }))
  },
})
