import type { Moment } from '@motcua/calendar'
import type { EndAct } from '../ast/nodes.ts'
import type { LegalBasis } from '../compile/compiled.ts'
import type { Leg } from './pauses.ts'
import type { Stretch } from './stretches.ts'
import type { Ceiling, Shift, Trace } from './trace.ts'

/** The steps of an answer that only time takes, as plain data; the rest are in steps.ts. */
export type TimeStep =
  /** The later or the earlier of several moments. */
  | { readonly k: 'extreme'; readonly op: 'later' | 'earlier'; readonly among: readonly Moment[] }
  /** Terms of different units, one after the other. */
  | { readonly k: 'legs'; readonly legs: readonly Leg[] }
  /** A deadline that stands to its event without a term. */
  | { readonly k: 'how'; readonly how: NonNullable<Trace['how']> }
  /** Time by the clock on the wall. */
  | { readonly k: 'clock'; readonly from: Moment; readonly to: Moment }
  /** A pause or an outage the clock ran into. */
  | { readonly k: 'stretch'; readonly stretch: Stretch }
  /** The clock stands still, so there is no date. */
  | { readonly k: 'stands'; readonly stretch: Stretch }
  | { readonly k: 'ceiling'; readonly ceiling: Ceiling }
  | { readonly k: 'shift'; readonly shift: Shift }
  /** What becomes of the dossier when the time has passed. */
  | { readonly k: 'end'; readonly act: EndAct; readonly cites: readonly LegalBasis[] }

/** What is said of a deadline of which no single term is counted; undefined where one is. */
export function howSteps({ extreme, legs, how }: Trace): TimeStep | undefined {
  if (extreme) return { k: 'extreme', ...extreme }
  if (legs) return { k: 'legs', legs }
  return how === undefined ? undefined : { k: 'how', how }
}

/** What a clock met on its way, in the order it met it. */
export const metSteps = ({ met = [] }: Trace): TimeStep[] =>
  met
    .filter(({ to, effect }) => to !== undefined || effect === 'continue')
    .map((stretch) => ({ k: 'stretch', stretch }))

/** What bounded or moved a deadline after it was counted. */
export const boundSteps = ({ ceiling, shifts = [] }: Trace): TimeStep[] => [
  ...(ceiling ? [{ k: 'ceiling' as const, ceiling }] : []),
  ...shifts.map((shift) => ({ k: 'shift' as const, shift })),
]
