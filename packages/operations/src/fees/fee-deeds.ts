import { isOver, refundOf, type Dossier, type Fee } from '@motcua/domain'
import type { Deed } from '../dossier/deeds.ts'

/** What staff may do about the fee of a dossier. */
export const feeDeeds = {
  'collect-fee': {
    may: 'fee:collect',
    when: (dossier) => dossier.fee !== undefined && !dossier.fee.paid && !isOver(dossier),
  },
  'demand-fee': {
    may: 'fee:demand',
    when: (dossier) => !dossier.fee?.paid && !isOver(dossier) && dossier.phase !== 'decided',
  },
  'request-refund': { may: 'fee:request-refund', when: mayGoBack },
  'decide-refund': {
    may: 'fee:approve-refund',
    when: ({ fee }) => fee?.refunds?.some(({ decision }) => !decision) ?? false,
  },
  'pay-refund': {
    may: 'fee:reconcile',
    when: ({ fee }) => fee?.refunds?.some(({ decision, paidOut }) => decision?.approved && !paidOut) ?? false,
  },
} as const satisfies Record<string, Deed>

/** Whether there is money nobody asked back yet. */
function mayGoBack({ fee }: Dossier): boolean {
  return moneyIn(fee).some(({ paymentId }) => !refundOf(fee?.refunds, paymentId))
}

function moneyIn(fee: Fee | undefined) {
  return [...(fee?.paid && fee.paid.amount > 0 ? [fee.paid] : []), ...(fee?.surplus ?? [])]
}
