import type { Instant } from '@motcua/calendar'
import { openPause, stops, type Dossier } from '@motcua/domain'

/** A promise that stands: when it was made and for when. */
export interface StandingPromise {
  readonly acceptedAt: Instant
  readonly startedAt: Instant
  readonly dueAt: Instant
}

/** The promise a dossier in processing stands by; none where the law is silent or the clock stands still. */
export function promiseOf(dossier: Dossier): StandingPromise | undefined {
  if (dossier.phase !== 'processing') return undefined
  const { acceptedAt, pauses } = dossier
  const { dueAt, startedAt } = dossier.processingClock
  const pause = openPause(pauses)
  if (dueAt === null || (pause && stops(pause.effect.answer))) return undefined
  return { acceptedAt, startedAt, dueAt }
}
