import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { LegalBasis } from '../determination.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'
import type { Fee } from './fee.ts'
import { totalOf, type FeeLine } from './fee-rate.ts'

/** What the table and the regulation say a dossier owes. */
export interface FeeTerms {
  readonly lines: readonly FeeLine[]
  /** Before acceptance only where the regulation knows such payments (TQ19-12.2c, PT20-9.2c). */
  readonly before: Fee['before']
  readonly basis: readonly LegalBasis[]
  readonly forWhom?: string
}

/** A fee as it stands in a dossier that owes something; undefined where nothing is due. */
export function feeOwed(terms: FeeTerms | undefined): Omit<Fee, 'demandedAt'> | undefined {
  if (!terms) return undefined
  const { lines, before, basis, forWhom } = terms
  const amount = totalOf(lines)
  return amount === 0 ? undefined : { amount, lines, before, basis, ...(forWhom && { forWhom }) }
}

/** Works the fee of a dossier out anew: for a group of people, for another count. What was paid is not changed. */
export function demandFee(
  dossier: Dossier,
  { at, by, reason }: { readonly at: Instant; readonly by: string; readonly reason: string },
  terms: FeeTerms | undefined,
): Decision<DossierEvent> {
  if (isOver(dossier)) return refuse({ code: 'dossier-over', data: { phase: dossier.phase } })
  if (dossier.fee?.paid) return refuse({ code: 'fee-already-paid', data: { at: dossier.fee.paid.at } })
  if (!terms) return refuse({ code: 'fee-unknown' })
  if (!reason.trim()) return refuse({ code: 'reason-missing' })
  const fee = feeOwed(terms)
  if (fee) return grant({ type: 'FeeDemanded', at, by, fee, reason })
  return dossier.fee ? grant({ type: 'FeeLifted', at, by, reason }) : refuse({ code: 'nothing-owed' })
}

/** Whether nothing more will be done about it. */
export function isOver({ phase }: Dossier): boolean {
  return phase === 'refused' || phase === 'withdrawn' || phase === 'closed' || phase === 'returned'
}
