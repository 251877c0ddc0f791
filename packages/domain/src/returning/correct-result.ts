import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'
import type { Attachment } from '../intake/attachment.ts'

export interface CorrectResult {
  readonly at: Instant
  readonly by: string
  readonly reason: string
  readonly document?: Attachment
}

/**
 * Đính chính kết quả: a result the office got wrong is replaced and handed over once more. The office bears the cost
 * and apologises (ND61 art. 21), so nothing is asked of the applicant; what was decided, and when, stays.
 */
export function correctResult(dossier: Dossier, command: CorrectResult): Decision<DossierEvent> {
  if (dossier.phase !== 'decided' && dossier.phase !== 'returned')
    return refuse({ code: 'result-not-recorded', data: { phase: dossier.phase } })
  if (!command.reason.trim()) return refuse({ code: 'reason-missing' })
  return grant({ type: 'ResultCorrected', ...command })
}
