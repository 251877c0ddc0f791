import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { LegalBasis } from '../determination.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'
import type { Received } from './fee.ts'
import { refundOf, type Person, type Refund, type RefundGround } from './refund.ts'

/** What the regulation in force when the money was paid says about giving it back (AMB-17.5, AMB-28). */
export interface RefundTerms {
  /** Whether a fee goes back of a service that stands so; null where the regulation is silent. */
  readonly due: boolean | null
  readonly basis: readonly LegalBasis[]
}

/** What the question of refunds is asked with. A reasoned rejection is a completed service (AMB-28). */
export function refundFacts({ phase }: Dossier): { completed: boolean; collected: boolean } {
  return { completed: phase === 'decided' || phase === 'returned', collected: phase === 'returned' }
}

/** First step: somebody asks that money goes back, on a ground that holds. */
export function requestRefund(
  dossier: Dossier,
  command: {
    readonly at: Instant
    readonly by: Person
    readonly paymentId: string
    readonly ground: RefundGround
    readonly reason: string
    readonly cited?: string
  },
  terms: RefundTerms,
): Decision<DossierEvent> {
  const { at, by, paymentId, ground, reason, cited } = command
  const money = moneyOf(dossier, paymentId)
  if (!money) return refuse({ code: 'payment-not-here' })
  if (refundOf(dossier.fee?.refunds, paymentId)) return refuse({ code: 'refund-already-requested' })
  if (!reason.trim()) return refuse({ code: 'reason-missing' })
  if ((ground === 'surplus') !== money.surplus)
    return refuse({ code: 'refund-not-due', data: { basis: terms.basis } })
  if (ground === 'other-law' && !cited?.trim()) return refuse({ code: 'basis-missing' })
  if (ground === 'agency-failed' && (endedByApplicant(dossier) || terms.due !== true))
    return refuse({ code: 'refund-not-due', data: { basis: terms.basis } })
  const refund = {
    paymentId,
    amount: money.received.amount,
    ground,
    reason,
    basis: ground === 'agency-failed' ? terms.basis : [],
    ...(cited?.trim() && { cited }),
    requestedAt: at,
    requestedBy: by,
  }
  return grant({ type: 'RefundRequested', at, by: by.fullName, refund })
}

/** Second step: another person decides. */
export function decideRefund(
  dossier: Dossier,
  command: {
    readonly at: Instant
    readonly by: Person
    readonly paymentId: string
    readonly approved: boolean
    readonly note?: string
  },
): Decision<DossierEvent> {
  const { at, by, paymentId, approved, note } = command
  const pending = refundOf(dossier.fee?.refunds, paymentId)
  if (!pending || pending.decision) return refuse({ code: 'refund-not-requested' })
  if (pending.requestedBy.accountId === by.accountId) return refuse({ code: 'second-person-needed' })
  if (!approved && !note?.trim()) return refuse({ code: 'reason-missing' })
  const decision = { approved, at, by, ...(note?.trim() && { note }) }
  return grant({ type: 'RefundDecided', at, by: by.fullName, paymentId, decision })
}

/** The money goes back, once. */
export function payRefund(
  dossier: Dossier,
  command: {
    readonly at: Instant
    readonly by: Person
    readonly paymentId: string
    readonly channel: NonNullable<Refund['paidOut']>['channel']
    readonly reference: string
  },
): Decision<DossierEvent> {
  const { at, by, paymentId, channel, reference } = command
  const refund = refundOf(dossier.fee?.refunds, paymentId)
  if (!refund?.decision) return refuse({ code: 'refund-not-requested' })
  if (refund.paidOut) return refuse({ code: 'refund-already-paid', data: { at: refund.paidOut.at } })
  const paidOut = { at, by, channel, reference }
  return grant({ type: 'FeeRefunded', at, by: by.fullName, paymentId, amount: refund.amount, paidOut })
}

function moneyOf({ fee }: Dossier, paymentId: string): { received: Received; surplus: boolean } | undefined {
  if (fee?.paid?.paymentId === paymentId) return { received: fee.paid, surplus: false }
  const received = fee?.surplus?.find((one) => one.paymentId === paymentId)
  return received && { received, surplus: true }
}

/** The applicant took it back or never answered: the agency did not fail (AMB-28). */
function endedByApplicant({ phase }: Dossier): boolean {
  return phase === 'withdrawn' || phase === 'closed'
}
