import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { Determination } from '../determination.ts'
import type { Dossier, Phase } from '../dossier/dossier.ts'
import type { EventOf } from '../dossier/events.ts'

/** Yêu cầu dừng giải quyết: the applicant takes the dossier back; why is the applicant's own affair. */
export interface WithdrawDossier {
  readonly at: Instant
  /** The applicant, or the officer who wrote the request down at the counter. */
  readonly by: string
  readonly reason?: string
  readonly asked: 'portal' | 'counter'
}

/** Until when a dossier may be stopped, as the law in force says; null where it is silent. */
export type StopUntil = 'before-result' | 'before-acceptance' | 'never'

export interface StopTerms {
  readonly until: Determination<StopUntil | null>
}

/**
 * Whether the applicant may stop it now. Where the law is silent, before acceptance: nobody has begun to settle what
 * was not taken on.
 */
export function mayWithdraw({ phase }: { readonly phase: Phase }, until: StopUntil | null): boolean {
  switch (phase) {
    case 'submitted':
    case 'completion-requested':
      return until !== 'never'
    case 'processing':
    case 'supplement-requested':
      return until === 'before-result'
    case 'refused':
    case 'decided':
    case 'returned':
    case 'withdrawn':
    case 'closed':
      return false
    default:
      return phase satisfies never
  }
}

/** Stops a dossier at the applicant's request, up to the moment the law names (ND118 21). */
export function withdrawDossier(
  dossier: Dossier,
  command: WithdrawDossier,
  { until }: StopTerms,
): Decision<EventOf<'DossierWithdrawn'>> {
  if (!mayWithdraw(dossier, until.answer)) {
    const data = { phase: dossier.phase, until: until.answer, basis: until.basis }
    return refuse({ code: 'stop-not-allowed', data })
  }
  const { at, by, asked } = command
  const reason = command.reason?.trim() ?? ''
  return grant({ type: 'DossierWithdrawn', at, by, reason, asked, basis: until.basis })
}
