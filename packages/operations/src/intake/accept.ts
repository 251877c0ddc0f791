import { dateOf } from '@motcua/calendar'
import { nextCodeNumber } from '@motcua/db'
import { acceptDossier, dossierCode } from '@motcua/domain'
import { z } from 'zod'
import { agencyOf } from '../catalogue/procedure-view.ts'
import { getDossierToChange, staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { processingClock } from '../rules/determine.ts'
import { filedProcedure } from './filing.ts'

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
    const { tx, tenant, actor, now } = room
    const dossier = await getDossierToChange(room, dossierId)
    const otherCase = caseId && caseId !== dossier.procedure.caseId ? caseId : undefined
    const procedure = otherCase && filedProcedure(tenant, dossier.procedure.code, otherCase)
    const clock = processingClock(tenant, now, (procedure || dossier.procedure).limit)
    const agencyCode = agencyOf(tenant, dossier.agencyId).code
    const date = dateOf(now)
    // Last, so that the next acceptance of this body waits for one statement only.
    const n = await nextCodeNumber(tx, agencyCode, date)
    const code = dossierCode({ provinceCode: tenant.manifest.code, agencyCode, date, n })
    const command = { at: now, by: staffOf(actor).fullName, ...(procedure && { procedure }) }
    await record(room, dossier, acceptDossier(dossier, command, { code, processingClock: clock }))
    return { code }
  },
})
