import { grant, type Decision } from '../decision.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'
import type { Received } from './fee.ts'

/**
 * Money came in. It settles the fee where the fee is open and this is what is owed; otherwise it is surplus and has to
 * go back. Money that came is never refused: it is there.
 */
export function receivePayment(dossier: Dossier, received: Received, by: string): Decision<DossierEvent> {
  const settles = dossier.fee !== undefined && !dossier.fee.paid && dossier.fee.amount === received.amount
  return grant({ type: settles ? 'FeePaid' : 'FeeOverpaid', ...received, by })
}
