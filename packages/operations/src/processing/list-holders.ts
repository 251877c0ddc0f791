import { staffWithRole } from '@motcua/db'
import { nextStepOf, stepOf } from '@motcua/domain'
import { z } from 'zod'
import { getDossierAtDesk } from '../dossier/reach.ts'
import { reading } from '../operation.ts'
import { workIn } from './at-step.ts'

/** Those the work on a dossier may be given to: who has the role of the step, at the body that takes it. */
export const listHolders = reading({
  name: 'processing.listHolders',
  may: 'work:assign',
  input: z.object({ dossierId: z.uuid(), for: z.enum(['assign', 'reassign']) }),

  async run(room, { dossierId, for: purpose }): Promise<{ accountId: string; fullName: string }[]> {
    const dossier = await getDossierAtDesk(room, dossierId)
    const work = workIn(dossier)
    const next = nextStepOf(work)
    if (purpose === 'assign' && stepOf(work).kind === 'assign' && next)
      return staffWithRole(room.tx, next.agencyId ?? dossier.agencyId, next.role)
    return staffWithRole(room.tx, work.agencyId, stepOf(work).role)
  },
})
