import type { CivilDate, Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { Determination, LegalClock } from '../determination.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { EventOf } from '../dossier/events.ts'

/** Chuyển hồ sơ đến cơ quan có thẩm quyền: it came to a body that may not decide it (HN19-8.2). */
export interface RedirectDossier {
  readonly at: Instant
  readonly by: string
  readonly toAgencyId: string
  readonly reason: string
  readonly basis: string
}

export interface RedirectionTerms {
  /** Bodies that receive the dossier's procedure. */
  readonly agencyIds: readonly string[]
  /** The intake time of the body that gets it. */
  readonly intakeClock: LegalClock
  readonly receiptDay?: Determination<CivilDate | null>
}

/** Sends a dossier on to the body that is competent, with the reason and its article; its numbers stay. */
export function redirectDossier(
  dossier: Dossier,
  command: RedirectDossier,
  { agencyIds, intakeClock, receiptDay }: RedirectionTerms,
): Decision<EventOf<'DossierRedirected'>> {
  if (dossier.phase !== 'submitted')
    return refuse({ code: 'already-decided-at-intake', data: { phase: dossier.phase } })
  const { at, by, toAgencyId } = command
  const reason = command.reason.trim()
  const basis = command.basis.trim()
  if (reason === '' || basis === '') return refuse({ code: 'reason-missing' })
  if (toAgencyId === dossier.agencyId || !agencyIds.includes(toAgencyId))
    return refuse({ code: 'not-received-there', data: { toAgencyId } })
  return grant({
    type: 'DossierRedirected',
    at,
    by,
    fromAgencyId: dossier.agencyId,
    toAgencyId,
    reason,
    basis,
    ...(receiptDay && { receiptDay }),
    intakeClock,
  })
}
