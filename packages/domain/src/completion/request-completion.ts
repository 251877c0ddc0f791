import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { CompletionItem, Dossier } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'

/** Yêu cầu bổ sung, hoàn thiện: the officer lists at once everything that is missing or wrong. */
export interface RequestCompletion {
  readonly at: Instant
  readonly by: string
  readonly items: readonly CompletionItem[]
  readonly note?: string
}

/** Sends a dossier back before acceptance, with the whole list of what to add or mend (HN19-8.2, PT20-9.2c). */
export function requestCompletion(dossier: Dossier, command: RequestCompletion): Decision<DossierEvent> {
  if (dossier.phase !== 'submitted')
    return refuse({ code: 'already-decided-at-intake', data: { phase: dossier.phase } })
  if (command.items.length === 0) return refuse({ code: 'items-missing' })
  if (command.items.some((item) => item.reason.trim() === '')) return refuse({ code: 'reason-missing' })
  return grant({ type: 'CompletionRequested', ...command })
}
