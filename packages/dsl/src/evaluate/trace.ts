import type { CivilDate, Moment } from '@motcua/calendar'
import type { Unit } from '../ast/nodes.ts'
import type { LegalBasis, Term } from '../compile/compiled.ts'
import type { Leg } from './pauses.ts'
import type { Stretch } from './stretches.ts'

/** Why the moment a clock is counted from is not the moment of the event. */
export interface Move {
  readonly why: 'cutoff' | 'rest-day' | 'office-hours'
  readonly from: Moment
  /** The day it counts on, or the moment it counts from. */
  readonly to: Moment
  /** Time of day after which a day is over, in seconds; only of a cut-off. */
  readonly second?: number
  /** The second itself is past the cut-off already. */
  readonly inclusive?: boolean
  /** It does not count from there: it is due there. */
  readonly opening?: boolean
  readonly cites: readonly LegalBasis[]
}

/** The absolute end of a deadline, and whether it was reached. */
export interface Ceiling {
  readonly event: string
  readonly eventAt: Moment
  readonly term: Term
  readonly at: Moment
  readonly reached: boolean
  /** What was counted without it; missing where the clock stands still. */
  readonly counted?: Moment
  readonly cites: readonly LegalBasis[]
}

/** A deadline that fell into an outage and where it went. */
export interface Shift {
  readonly from: Moment
  readonly to: Moment
  readonly outage: Stretch
  readonly cites: readonly LegalBasis[]
}

/** How a date was counted: enough to say it in sentences and to draw it. */
export interface Trace {
  readonly event?: string
  readonly eventAt?: Moment
  readonly moves: readonly Move[]
  /** The moment the clock begins to run. */
  readonly start?: Moment
  /** The moment it began to run first, where a pause made it begin again. */
  readonly began?: Moment
  readonly n?: number
  readonly unit?: Unit
  readonly backwards?: boolean
  readonly due?: Moment
  readonly day?: CivilDate
  /** Share of the whole time that was taken, with the total. */
  readonly share?: { readonly part: number; readonly of: number; readonly n: number; readonly unit: Unit }
  /** The later or the earlier of several moments. */
  readonly extreme?: { readonly op: 'later' | 'earlier'; readonly among: readonly Moment[] }
  /** Terms counted one after the other. */
  readonly legs?: readonly Leg[]
  /** Pauses and outages the clock ran into. */
  readonly met?: readonly Stretch[]
  /** What the clock stands still for, so that there is no date yet. */
  readonly stands?: Stretch
  readonly ceiling?: Ceiling
  readonly shifts?: readonly Shift[]
  /** How a deadline stands to its event where nothing is counted. */
  readonly how?: 'immediately' | 'by' | 'agreed' | 'sameDay' | 'nextOpening' | 'opening'
}
