import { Forbidden, requestCompletion as decide } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToChange, staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { AskedItems, askingTerms, mayGiveReason } from './asking.ts'

/**
 * Asks the applicant for everything that is missing, all at once, with a reason and an article for each (HN19-8.2).
 * Asking again for what could have been named before needs the head, who says why (AMB-10).
 */
export const requestCompletion = operation({
  name: 'completion.request',
  may: 'dossier:request-completion',
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
    const command = {
      at: now,
      by: staffOf(actor).fullName,
      items,
      ...(note && { note }),
      ...(headReason && { headReason }),
    }
    await record(room, dossier, decide(dossier, command, askingTerms(tenant, now)))
  },
})
