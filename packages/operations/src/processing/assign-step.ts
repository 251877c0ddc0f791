import { assignStep as decide, nextStepOf, stepOf } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToWorkOn } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { deedOf, fitHolder, holderOf, mustLead, workIn } from './at-step.ts'
import { startOfNext } from './step-time.ts'

/** Phân công: a leader names who works on the dossier (HN19-9.1a). */
export const assignStep = operation({
  name: 'processing.assignStep',
  may: 'work:assign',
  input: z.object({
    dossierId: z.uuid(),
    accountId: z.uuid(),
    note: z.string().trim().max(2000).optional(),
  }),

  async run(room, { dossierId, accountId, note }): Promise<void> {
    const dossier = await getDossierToWorkOn(room, dossierId)
    const work = workIn(dossier)
    mustLead(room, dossier, work)
    const next = startOfNext(room.tenant, dossier, room.now)
    // Where assigning is the step, the person named takes the one after it.
    const assigns = stepOf(work).kind === 'assign'
    const role = assigns ? (nextStepOf(work) ?? stepOf(work)).role : stepOf(work).role
    const agencyId = assigns && next ? next.agencyId : work.agencyId
    const holder = await fitHolder(room, { agencyId, role }, accountId)
    const { accountId: _, ...deed } = deedOf(room)
    const command = { ...deed, assigner: holderOf(room), holder, ...(note && { note }) }
    await record(room, dossier, decide(dossier, command, next))
  },
})
