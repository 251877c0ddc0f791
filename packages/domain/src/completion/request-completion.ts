import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { CompletionItem, Dossier } from '../dossier/dossier.ts'
import type { EventOf } from '../dossier/events.ts'
import { refusalToAsk, type AskingTerms } from './asking-again.ts'

/** Yêu cầu bổ sung, hoàn thiện: the officer lists at once everything that is missing or wrong. */
export interface RequestCompletion {
  readonly at: Instant
  readonly by: string
  readonly items: readonly CompletionItem[]
  readonly note?: string
  /** Given by the head of the section only. */
  readonly headReason?: string
}

/** Sends a dossier back before acceptance, with the whole list of what to add or mend (HN19-8.2, PT20-9.2c). */
export function requestCompletion(
  dossier: Dossier,
  command: RequestCompletion,
  terms: AskingTerms,
): Decision<EventOf<'CompletionRequested'>> {
  if (dossier.phase !== 'submitted')
    return refuse({ code: 'already-decided-at-intake', data: { phase: dossier.phase } })
  const refusal = refusalToAsk(dossier, command, terms)
  return refusal ?? grant({ type: 'CompletionRequested', ...command })
}
