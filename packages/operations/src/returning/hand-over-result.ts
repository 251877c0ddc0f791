import { channels, handOverResult as decide, identityPapers } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToChange, staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { handOverTerms } from './hand-over-terms.ts'

/** Hands a result over, after everything the law of the province wants before it. */
export const handOverResult = operation({
  name: 'returning.handOverResult',
  may: 'result:return',
  input: z.object({
    dossierId: z.uuid(),
    channel: z.enum(channels),
    /** Who takes it at the counter, and what they showed. */
    to: z.string().trim().normalize('NFC').max(120).optional(),
    identity: z.enum(identityPapers).optional(),
    mandate: z.string().trim().max(300).optional(),
    /** Number of the consignment. */
    proof: z.string().trim().max(60).optional(),
    /** Why it takes another way than the applicant chose. */
    change: z.string().trim().max(500).optional(),
    dossierChecked: z.boolean().optional(),
  }),

  async run(room, { dossierId, dossierChecked, channel, ...given }): Promise<void> {
    const dossier = await getDossierToChange(room, dossierId)
    const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value))
    const command = {
      at: room.now,
      by: staffOf(room.actor).fullName,
      channel,
      ...said,
      ...(dossierChecked && { dossierChecked }),
    }
    await record(room, dossier, decide(dossier, command, await handOverTerms(room, dossier)))
  },
})
