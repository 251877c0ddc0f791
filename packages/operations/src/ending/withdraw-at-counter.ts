import { withdrawDossier } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToChange, staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { stopTerms } from './stop-terms.ts'

/** Stops a dossier at the request its applicant makes at the counter, in writing or in person. */
export const withdrawAtCounter = operation({
  name: 'ending.withdrawAtCounter',
  may: 'dossier:withdraw-at-counter',
  input: z.object({ dossierId: z.uuid(), reason: z.string().trim().min(1).max(2000) }),

  async run(room, { dossierId, reason }): Promise<void> {
    const { tenant, actor, now } = room
    const dossier = await getDossierToChange(room, dossierId)
    const command = { at: now, by: staffOf(actor).fullName, asked: 'counter' as const, reason }
    await record(room, dossier, withdrawDossier(dossier, command, stopTerms(tenant, now)))
  },
})
