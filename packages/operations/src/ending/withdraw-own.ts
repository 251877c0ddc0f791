import { getDossierForUpdate } from '@motcua/db'
import { NotFound, withdrawDossier } from '@motcua/domain'
import { z } from 'zod'
import { citizenOf } from '../drafts/own-draft.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { stopTerms } from './stop-terms.ts'

/** Stops a dossier at the request its applicant makes on the portal. Pressed twice it is once. */
export const withdrawOwn = operation({
  name: 'ending.withdrawOwn',
  may: 'dossier:own',
  input: z.object({ dossierId: z.uuid(), reason: z.string().trim().max(2000).optional() }),

  async run(room, { dossierId, reason }): Promise<void> {
    const { tx, tenant, actor, now } = room
    const { accountId, fullName } = citizenOf(actor)
    const dossier = await getDossierForUpdate(tx, dossierId)
    if (dossier.applicant.accountId !== accountId) throw new NotFound('dossier')
    if (dossier.phase === 'withdrawn') return
    const command = { at: now, by: fullName, asked: 'portal' as const, ...(reason && { reason }) }
    await record(room, dossier, withdrawDossier(dossier, command, stopTerms(tenant, now)))
  },
})
