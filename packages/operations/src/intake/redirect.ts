import { redirectDossier } from '@motcua/domain'
import { z } from 'zod'
import { procedureOf } from '../catalogue/procedure-view.ts'
import { getDossierToChange, staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { submissionTerms } from './filing.ts'

/** Sends a dossier to the body that is competent for it, which decides on it in an intake time of its own (HN19-8.2). */
export const redirect = operation({
  name: 'intake.redirect',
  may: 'dossier:redirect',
  input: z.object({
    dossierId: z.uuid(),
    toAgencyId: z.string().max(200),
    reason: z.string().trim().max(2000),
    basis: z.string().trim().max(500),
  }),

  async run(room, { dossierId, ...input }): Promise<void> {
    const { tenant, actor, now } = room
    const dossier = await getDossierToChange(room, dossierId)
    const offered = procedureOf(tenant, dossier.procedure.code)
    const terms = submissionTerms(tenant, offered, { mode: dossier.mode, now })
    const command = { at: now, by: staffOf(actor).fullName, ...input }
    await record(room, dossier, redirectDossier(dossier, command, terms))
  },
})
