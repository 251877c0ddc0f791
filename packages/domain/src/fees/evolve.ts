import type { Evolvers } from '../dossier/evolve.ts'
import type { FeesEvent } from './events.ts'

export const evolveFees: Evolvers<FeesEvent> = {
  FeeDemanded: (dossier, { at, fee }) => ({ ...dossier, fee: { ...fee, demandedAt: at } }),

  FeePaid(dossier, { at, paymentId, channel }) {
    if (!dossier.fee) throw new Error('no fee was demanded')
    return { ...dossier, fee: { ...dossier.fee, paid: { at, paymentId, channel } } }
  },
}
