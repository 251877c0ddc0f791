import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'

/** Từ chối tiếp nhận: in writing, with the reason and the article it rests on. */
export interface RefuseIntake {
  readonly at: Instant
  readonly by: string
  readonly reason: string
  readonly basis: string
}

/** Turns a dossier away before acceptance. Without a reason and its legal basis nobody is turned away. */
export function refuseIntake(dossier: Dossier, command: RefuseIntake): Decision<DossierEvent> {
  if (dossier.phase !== 'submitted' && dossier.phase !== 'completion-requested') {
    return refuse({ code: 'already-decided-at-intake', data: { phase: dossier.phase } })
  }
  const reason = command.reason.trim()
  const basis = command.basis.trim()
  if (reason === '' || basis === '') return refuse({ code: 'reason-missing' })
  return grant({ type: 'IntakeRefused', at: command.at, by: command.by, reason, basis })
}
