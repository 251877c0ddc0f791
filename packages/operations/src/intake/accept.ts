import { acceptDossier, followedBy } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToChange, staffOf } from '../dossier/reach.ts'
import { feeTermsOfDossier } from '../fees/fee-law.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { workflowInUse, workStarted } from '../processing/start-work.ts'
import { processingClock } from '../rules/determine.ts'
import { filedProcedure } from './filing.ts'
import { nextDossierCode } from './next-dossier-code.ts'

/** Takes the dossier in: its code is issued and the clock that the receipt slip promises begins. */
export const accept = operation({
  name: 'intake.accept',
  may: 'dossier:accept',
  input: z.object({
    dossierId: z.uuid(),
    /** Another case of the procedure than the one chosen, where the officer finds that it applies. */
    caseId: z.string().optional(),
  }),

  async run(room, { dossierId, caseId }): Promise<{ code: string }> {
    const { tenant, actor, now } = room
    const dossier = await getDossierToChange(room, dossierId)
    const otherCase = caseId && caseId !== dossier.procedure.caseId ? caseId : undefined
    const procedure = otherCase && filedProcedure(tenant, dossier.procedure.code, otherCase)
    const clock = processingClock(tenant, now, (procedure || dossier.procedure).limit)
    const fee = feeTermsOfDossier(tenant, procedure ? { ...dossier, procedure } : dossier, now)
    const workflow = await workflowInUse(room, procedure || dossier.procedure)
    // Last, so that the next acceptance of this body waits for one statement only.
    const code = await nextDossierCode(room, dossier)
    const command = { at: now, by: staffOf(actor).fullName, ...(procedure && { procedure }) }
    const decision = acceptDossier(dossier, command, { code, processingClock: clock, ...(fee && { fee }) })
    await record(room, dossier, followedBy(decision, workStarted(room, dossier.agencyId, workflow, clock)))
    return { code }
  },
})
