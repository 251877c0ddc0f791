import type { CivilDate, Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { Determination, LegalClock } from '../determination.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { EventOf } from '../dossier/events.ts'
import { changesBetween, type Content } from './changes.ts'
import { checkContent, type ContentTerms } from './supplied-content.ts'

/** Sửa đổi hồ sơ: the applicant changes what was filed, of own accord (PT20-7.2a). */
export interface AmendDossier extends Content {
  readonly at: Instant
  readonly by: string
  readonly reason?: string
}

export type AmendmentTrigger = 'applicant-change' | 'agency-request'

export interface AmendmentTerms extends ContentTerms {
  /** When a dossier may be amended; null where the law is silent. */
  readonly triggers: Determination<readonly AmendmentTrigger[] | null>
  /** The office checks anew what was changed before it decided to take it on (AMB-08). */
  readonly intakeClock: LegalClock
  readonly receiptDay?: Determination<CivilDate | null>
}

/**
 * Whether the applicant may change the dossier now. Where the law is silent, only before acceptance: until then the
 * office relies on nothing in it.
 */
export function mayAmend(
  { phase }: Pick<Dossier, 'phase'>,
  { answer }: Pick<Determination<readonly AmendmentTrigger[] | null>, 'answer'>,
): boolean {
  if (phase === 'submitted') return answer === null || answer.includes('applicant-change')
  return phase === 'processing' && answer !== null && answer.includes('applicant-change')
}

/** Changes a filed dossier. Its numbers stay what they are and every earlier version is kept (TQ25-18.2c). */
export function amendDossier(
  dossier: Dossier,
  command: AmendDossier,
  terms: AmendmentTerms,
): Decision<EventOf<'DossierAmended'>> {
  if (!mayAmend(dossier, terms.triggers)) {
    const { answer: triggers, basis } = terms.triggers
    return refuse({ code: 'amendment-not-allowed', data: { phase: dossier.phase, triggers, basis } })
  }
  const { at, by, reason } = command
  const checked = checkContent({ ...command, handedIn: command.handedIn ?? dossier.handedIn ?? [] }, terms)
  if (!checked.ok) return checked.refusal
  if (changesBetween(dossier, checked.content).length === 0) return refuse({ code: 'nothing-changed' })
  const { intakeClock, receiptDay } = terms
  return grant({
    type: 'DossierAmended',
    at,
    by,
    ...(reason?.trim() && { reason: reason.trim() }),
    ...checked.content,
    ...(dossier.phase === 'submitted' && { intakeClock, ...(receiptDay && { receiptDay }) }),
  })
}
