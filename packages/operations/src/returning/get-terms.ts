import { z } from 'zod'
import { getDossierAtDesk } from '../dossier/reach.ts'
import { reading } from '../operation.ts'
import type { ReturningView } from '../views.ts'
import { handOverTerms } from './hand-over-terms.ts'
import { returningLaw } from './terms.ts'

/** What the law of the province wants before the result of a dossier is returned, and what of it is done. */
export const getReturningTerms = reading({
  name: 'returning.terms',
  may: 'dossier:read',
  input: z.object({ id: z.uuid() }),

  async run(room, { id }): Promise<ReturningView> {
    const dossier = await getDossierAtDesk(room, id)
    const { told } = await handOverTerms(room, dossier)
    const { channels, originals, earlyNotice, seal, requires } = returningLaw(room.tenant, dossier, room.now)
    const dueAt = 'processingClock' in dossier ? (dossier.processingClock?.dueAt ?? null) : null
    return {
      chosen: dossier.returnChannel,
      channels: [...channels.answer],
      channelsBasis: [...channels.basis],
      originals: {
        ...originals,
        accepted: [...originals.accepted],
        basis: [...originals.basis],
        ...('originals' in dossier && dossier.originals && { check: dossier.originals }),
      },
      early: {
        notice: earlyNotice.answer,
        told,
        isEarly: dueAt !== null && room.now < dueAt,
        basis: [...earlyNotice.basis],
      },
      sealNeeded: seal.answer,
      sealBasis: [...seal.basis],
      canSeal: (await room.keys?.find(room.tenant.id)) !== undefined,
      checkNeeded: requires.answer.includes('dossier-check'),
      requiresBasis: [...requires.basis],
    }
  },
})
