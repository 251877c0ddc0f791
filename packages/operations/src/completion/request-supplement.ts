import { Forbidden, Refused, requestSupplement as decide } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToChange, staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { AskedItems, mayGiveReason, supplementTerms } from './asking.ts'

/**
 * Sends an accepted dossier back for what is missing: the clock does what the law says while the office waits, and the
 * applicant has the time the law gives (ND118 19.5, AMB-09).
 */
export const requestSupplement = operation({
  name: 'completion.requestSupplement',
  may: 'dossier:request-supplement',
  input: z.object({
    dossierId: z.uuid(),
    items: AskedItems,
    note: z.string().trim().max(2000).optional(),
    headReason: z.string().trim().max(2000).optional(),
  }),

  async run(room, { dossierId, items, note, headReason }): Promise<void> {
    const { tenant, actor, now } = room
    if (headReason && !mayGiveReason(actor)) throw new Forbidden('dossier:ask-again')
    const dossier = await getDossierToChange(room, dossierId)
    if (dossier.phase !== 'processing')
      throw new Refused({ code: 'dossier-not-in-processing', data: { phase: dossier.phase } })
    const command = {
      at: now,
      by: staffOf(actor).fullName,
      items,
      ...(note && { note }),
      ...(headReason && { headReason }),
    }
    await record(room, dossier, decide(dossier, command, supplementTerms(tenant, dossier, now)))
  },
})
