import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'
import type { Channel } from '../words.ts'

/** Ways in which an officer tells somebody that a result is there. */
export const announcementWays = ['phone', 'sms', 'email', 'zalo', 'counter'] as const satisfies Channel[]

export interface AnnounceResult {
  readonly at: Instant
  readonly by: string
  readonly how: (typeof announcementWays)[number]
  readonly note?: string
}

/** Báo trước khi trả sớm: the applicant was told that the result may be fetched before the appointed day. */
export function announceResult(dossier: Dossier, command: AnnounceResult): Decision<DossierEvent> {
  if (dossier.phase !== 'decided')
    return refuse({ code: 'result-not-recorded', data: { phase: dossier.phase } })
  return grant({ type: 'ResultAnnounced', ...command })
}
