import type { Instant } from '@motcua/calendar'
import type { Determination } from '../determination.ts'
import type { Attachment } from '../intake/attachment.ts'

/** What the time of a pause does to the processing clock: it runs on, the pause is left out, or it begins anew. */
export type PauseEffect = 'continue' | 'exclude' | 'reset'

/** Why an office may put down that it waits, as the regulations name it; a supplement and an outage have acts of their own. */
export const officePauseReasons = ['consultation', 'verification', 'force-majeure', 'suspension'] as const
export type OfficePauseReason = (typeof officePauseReasons)[number]

/** Whether a pause makes the clock stand still. Where no rule says so it runs on (AMB-36). */
export const stops = (effect: PauseEffect | null): boolean => effect === 'exclude' || effect === 'reset'

/** A stretch in which the office waits, with its reason and what the law says it does to the clock (AMB-09). */
export interface Pause {
  /** As the regulations name it: `supplement`, `consultation`, … */
  readonly reason: string
  readonly from: Instant
  /** Absent while it lasts. */
  readonly until?: Instant
  readonly effect: Determination<PauseEffect | null>
  readonly note?: string
  /** Number and date of the paper the wait rests on, as written. */
  readonly documentNo?: string
  readonly document?: Attachment
}

/** The pause that lasts, if one does. */
export function openPause(pauses: readonly Pause[] | undefined): Pause | undefined {
  const last = pauses?.at(-1)
  return last && last.until === undefined ? last : undefined
}

/** @throws Error where one lasts already: a clock is stopped once at a time */
export function startPause(pauses: readonly Pause[] | undefined, pause: Pause): readonly Pause[] {
  if (openPause(pauses)) throw new Error('a pause lasts already')
  return [...(pauses ?? []), pause]
}

/** @throws Error where none lasts */
export function endPause(pauses: readonly Pause[] | undefined, until: Instant): readonly Pause[] {
  const last = openPause(pauses)
  if (!last) throw new Error('no pause lasts')
  return [...pauses!.slice(0, -1), { ...last, until }]
}
