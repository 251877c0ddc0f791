import type { CivilDate, Moment } from '@motcua/calendar'
import type { Unit } from '../ast/nodes.ts'
import type { LegalBasis } from '../compile/compiled.ts'

/** Why the moment a clock is counted from is not the moment of the event. */
export interface Move {
  readonly why: 'cutoff' | 'rest-day' | 'office-hours'
  readonly from: Moment
  /** The day it counts on, or the moment it counts from. */
  readonly to: Moment
  /** Time of day after which a day is over, in seconds; only of a cut-off. */
  readonly second?: number
  readonly cites: readonly LegalBasis[]
}

/** How a date was counted: enough to say it in sentences and to draw it. */
export interface Trace {
  readonly event?: string
  readonly eventAt?: Moment
  readonly moves: readonly Move[]
  /** The moment the clock begins to run. */
  readonly start?: Moment
  readonly n?: number
  readonly unit?: Unit
  readonly backwards?: boolean
  readonly due?: Moment
  readonly day?: CivilDate
  /** Share of the whole time that was taken, with the total. */
  readonly share?: { readonly part: number; readonly of: number; readonly n: number; readonly unit: Unit }
  /** The later of two moments: the two, and which won. */
  readonly later?: readonly [Moment, Moment]
}
