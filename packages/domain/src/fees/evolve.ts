import type { Dossier } from '../dossier/dossier.ts'
import type { Evolvers } from '../dossier/evolve.ts'
import type { FeesEvent } from './events.ts'
import type { Fee } from './fee.ts'
import { refundOf, type Refund } from './refund.ts'

export const evolveFees: Evolvers<FeesEvent> = {
  FeeDemanded: (dossier, { at, fee }) => ({
    ...dossier,
    fee: { ...keptMoney(dossier.fee), ...fee, demandedAt: at },
  }),

  FeeLifted(dossier) {
    const { fee: _, ...rest } = dossier
    return rest as Dossier
  },

  FeePaid: (dossier, { type: _, by: _by, ...paid }) => ({ ...dossier, fee: { ...demanded(dossier), paid } }),

  FeeOverpaid(dossier, { type: _, by: _by, ...received }) {
    const fee = dossier.fee ?? nothingOwed(received.at)
    return { ...dossier, fee: { ...fee, surplus: [...(fee.surplus ?? []), received] } }
  },

  RefundRequested(dossier, { refund }) {
    const fee = demanded(dossier)
    return { ...dossier, fee: { ...fee, refunds: [...(fee.refunds ?? []), refund] } }
  },

  RefundDecided: (dossier, { paymentId, decision }) => withRefund(dossier, paymentId, { decision }),

  FeeRefunded: (dossier, { paymentId, paidOut }) => withRefund(dossier, paymentId, { paidOut }),
}

function demanded(dossier: Dossier): Fee {
  if (!dossier.fee) throw new Error('no fee was demanded')
  return dossier.fee
}

/** What stays of the money when the fee is worked out anew. */
function keptMoney(fee: Fee | undefined): Partial<Fee> {
  const { surplus, refunds } = fee ?? {}
  return { ...(surplus && { surplus }), ...(refunds && { refunds }) }
}

/** Money came for a dossier that owes nothing. */
function nothingOwed(at: Fee['demandedAt']): Fee {
  const paid = { at, paymentId: '', channel: 'counter', amount: 0, receiptNo: '' } as const
  return { amount: 0, lines: [], before: 'result', basis: [], demandedAt: at, paid }
}

function withRefund(dossier: Dossier, paymentId: string, change: Partial<Refund>): Dossier {
  const fee = demanded(dossier)
  const pending = refundOf(fee.refunds, paymentId)
  if (!pending) throw new Error('no refund was asked for')
  const refunds = fee.refunds!.map((refund) => (refund === pending ? { ...refund, ...change } : refund))
  return { ...dossier, fee: { ...fee, refunds } }
}
