import type { Unit } from '../../ast/nodes.ts'
import type { CompiledEffect, Term as Counted, Moved, Operation } from '../../compile/compiled.ts'
import { lastSecond } from '../../evaluate/start.ts'
import type { InstantFact } from '../../vocabulary/facts.ts'

/**
 * A deadline as a function of the moment of its event: what is swept when two deadlines are compared. Every one is
 * monotone, a later event never has an earlier deadline, and between two of its breaks it stands still or moves with
 * the clock.
 */
export type Term =
  | { readonly k: 'event' }
  /** The first working moment on or after. */
  | { readonly k: 'outside'; readonly of: Term }
  /** The opening of the day it counts as received on, where that is another day; strict after the second. */
  | { readonly k: 'received'; readonly of: Term; readonly second: number }
  | { readonly k: 'add'; readonly of: Term; readonly n: number; readonly unit: Unit }
  | { readonly k: 'before'; readonly of: Term; readonly n: number; readonly unit: Unit }
  | { readonly k: 'later' | 'earlier'; readonly of: readonly [Term, Term] }

/** A deadline with the one fact it is counted from. `limit` stands where the procedure's own time is counted. */
export interface Timed {
  readonly fact: InstantFact
  readonly term: (limit: Limit) => Term
  /** True where the answer depends on the procedure's time. */
  readonly byLimit: boolean
}

export interface Limit {
  readonly n: number
  readonly unit: Unit
}

/** Effects may carry more than is known here; whatever does not agree with the evaluator is left to slower proofs. */
export function timedOf(effect: CompiledEffect, receipt: CompiledEffect | undefined): Timed | undefined {
  const { does } = effect
  if (effect.ceiling || effect.cutoff?.opening) return undefined
  switch (does.op) {
    case 'add':
      if (!isSwept(does)) return undefined
      return forward(effect, receipt, does.fact, () => does)
    case 'published':
      return { ...forward(effect, receipt, does.fact, (limit) => limit), byLimit: true }
    case 'before': {
      if (does.unit !== 'working-hour' && does.unit !== 'working-day') return undefined
      const term: Term = { k: 'before', of: event, n: does.n, unit: does.unit }
      return { fact: does.fact, term: () => term, byLimit: false }
    }
    case 'later':
      return laterOf(does)
    case 'onDay':
      return undefined
    default:
      return undefined
  }
}

/** Units and words that the sweep counts as the evaluator does. */
const isSwept = ({ unit, monthEnd }: Pick<Counted, 'unit' | 'monthEnd'>): boolean =>
  monthEnd !== 'next-first' && unit !== 'minute' && unit !== 'clock-hour'

const event: Term = { k: 'event' }

function forward(
  effect: CompiledEffect,
  receipt: CompiledEffect | undefined,
  fact: InstantFact,
  amount: (limit: Limit) => Limit,
): Timed {
  const start = startOf(effect, receipt)
  return {
    fact,
    byLimit: false,
    term: (limit) => {
      const { n, unit } = amount(limit)
      // An hour clock that is opened outside office hours runs from the next opening in any case.
      if (n === 0 && unit === 'working-hour') return { k: 'outside', of: start }
      return { k: 'add', of: start, n, unit }
    },
  }
}

/** The moment the clock starts: the day of receipt first, then the office hours (AMB-05f). */
function startOf(effect: CompiledEffect, receipt: CompiledEffect | undefined): Term {
  const cutoff = effect.cutoff ?? receipt?.cutoff
  const second = cutoff ? lastSecond(cutoff) : receipt ? Infinity : undefined
  const received: Term = second === undefined ? event : { k: 'received', of: event, second }
  return effect.outside ? { k: 'outside', of: received } : received
}

/** Both moments of the same event; a deadline that waits for two different events is no function of one. */
function laterOf({ sums }: Extract<Operation, { op: 'later' | 'earlier' }>): Timed | undefined {
  const [first, second, more] = sums
  if (!first || !second || more || first.fact !== second.fact) return undefined
  if (!sums.every(({ plus }) => !plus || (plus.n >= 0 && isSwept(plus)))) return undefined
  const term: Term = { k: 'later', of: [sumOf(first), sumOf(second)] }
  return { fact: first.fact, term: () => term, byLimit: false }
}

const sumOf = ({ plus }: Moved): Term => (plus ? { k: 'add', of: event, n: plus.n, unit: plus.unit } : event)
