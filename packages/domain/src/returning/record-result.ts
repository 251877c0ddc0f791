import type { Instant } from '@motcua/calendar'
import { openPause } from '../clocks/pause.ts'
import { grant, refuse, type Decision } from '../decision.ts'
import type { LegalBasis } from '../determination.ts'
import type { Attachment } from '../intake/attachment.ts'
import { unfinishedWork } from '../processing/step.ts'
import type { Timeliness } from '../words.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'

/** Kết quả giải quyết: what the office decided, signed and recorded. */
export interface RecordResult {
  readonly at: Instant
  readonly by: string
  readonly outcome: 'granted' | 'rejected'
  readonly note?: string
  readonly document?: Attachment
}

/** Early, on time or late, as the regulation in force answers for the due moment and the result's (AMB-13). */
export interface ResultTerms {
  readonly timeliness: Timeliness
  readonly timelinessBasis: readonly LegalBasis[]
}

/** Records the result of a dossier in processing. Who is rejected is told why. */
export function recordResult(
  dossier: Dossier,
  command: RecordResult,
  { workflowEnforced = false, ...terms }: ResultTerms & { readonly workflowEnforced?: boolean },
): Decision<DossierEvent> {
  if (dossier.phase === 'decided')
    return refuse({ code: 'result-already-recorded', data: { at: dossier.result.at } })
  if (dossier.phase !== 'processing')
    return refuse({ code: 'dossier-not-accepted', data: { phase: dossier.phase } })
  const pause = openPause(dossier.pauses)
  if (pause) return refuse({ code: 'clock-paused', data: { from: pause.from, reason: pause.reason } })
  if (command.outcome === 'rejected' && !command.note?.trim()) return refuse({ code: 'reason-missing' })
  const unfinished = unfinishedWork(dossier.work, command.outcome, workflowEnforced)
  if (unfinished) return refuse(unfinished)
  return grant({ type: 'ResultRecorded', ...command, ...terms })
}
