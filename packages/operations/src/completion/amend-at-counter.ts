import { amendDossier } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToChange, staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { amendmentTerms, keepingBody } from './amending.ts'
import { BroughtIn, contentWith } from './content-at-counter.ts'

/** Writes down what an applicant who came to the counter changes in a filed dossier. */
export const amendAtCounter = operation({
  name: 'completion.amendAtCounter',
  may: 'dossier:amend-at-counter',
  input: BroughtIn.extend({ reason: z.string().trim().max(2000).optional() }),

  async run(room, { reason, ...brought }): Promise<{ dossierId: string }> {
    const { tenant, actor, now } = room
    const dossier = await getDossierToChange(room, brought.dossierId)
    const { content, keep } = await contentWith(room, dossier, brought)
    const answers = keepingBody(tenant, dossier, content.answers)
    const by = staffOf(actor).fullName
    const command = { at: now, by, ...content, answers, ...(reason && { reason }) }
    // It is the office that keys it in: what its paper form holds need not be typed.
    const terms = amendmentTerms(tenant, { ...dossier, mode: 'counter' }, now)
    await record(room, dossier, amendDossier(dossier, command, terms))
    await keep()
    return { dossierId: dossier.id }
  },
})
