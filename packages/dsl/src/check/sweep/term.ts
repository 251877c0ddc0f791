import type { Unit } from '../../ast/nodes.ts'
import type { CompiledEffect, Term as Counted, Moved, Operation } from '../../compile/compiled.ts'
import { shareOf } from '../../evaluate/shares.ts'
import { noCutoff } from '../../evaluate/receipt.ts'
import { lastSecond } from '../../evaluate/start.ts'
import type { InstantFact } from '../../vocabulary/facts.ts'

/**
 * A deadline as a function of the moment of its event: what is swept when two deadlines are compared. Between two of
 * its breaks it stands still or moves with the clock. In the time of an office a later event never has an earlier one;
 * by the clock on the wall it may, after a cut-off and before the next opening.
 */
export type Term =
  | { readonly k: 'event' }
  /** The first working moment on or after. */
  | { readonly k: 'outside'; readonly of: Term }
  /** The opening of the day it counts as received on, where that is another day; strict after the second. */
  | { readonly k: 'received'; readonly of: Term; readonly second: number }
  /** The opening of the working day after. */
  | { readonly k: 'opening'; readonly of: Term }
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

/** The procedure's own time. */
export interface Limit {
  readonly n: number
  readonly unit: Unit
}

/** Where a deadline does not go by the procedure's time, any will do. */
export const anyLimit: Limit = { n: 1, unit: 'working-day' }

/** Effects may carry more than is known here; whatever does not agree with the evaluator is left to slower proofs. */
export function timedOf(effect: CompiledEffect, receipt: CompiledEffect | undefined): Timed | undefined {
  const { ceiling } = effect
  const timed = effect.cutoff?.opening ? undefined : uncapped(effect, receipt)
  if (!timed || !ceiling) return timed
  const { n, unit } = ceiling.term
  if (ceiling.fact !== timed.fact || n < 0 || !isSwept(ceiling.term)) return undefined
  const most: Term = { k: 'add', of: event, n, unit }
  return { ...timed, term: (limit) => ({ k: 'earlier', of: [timed.term(limit), most] }) }
}

function uncapped(effect: CompiledEffect, receipt: CompiledEffect | undefined): Timed | undefined {
  const { does } = effect
  const start = startOf(effect, receipt)
  const fixed = (fact: InstantFact, term: Term): Timed => ({ fact, term: () => term, byLimit: false })
  switch (does.op) {
    case 'add':
      return isSwept(does) ? fixed(does.fact, counted(start, [does])) : undefined
    case 'sequence':
      return does.terms.every(isSwept) ? fixed(does.fact, counted(start, does.terms)) : undefined
    case 'published':
      return { fact: does.fact, term: (limit) => counted(start, [limit]), byLimit: true }
    case 'addShare':
      return {
        fact: does.fact,
        term: (limit) => counted(start, [shareOf(does.share, limit)]),
        byLimit: true,
      }
    case 'before':
      if (does.unit === 'month') return undefined
      return fixed(does.fact, { k: 'before', of: event, n: does.n, unit: does.unit })
    case 'later':
    case 'earlier':
      return extremeOf(does)
    case 'at':
      return fixed(does.fact, start)
    case 'sameDay':
      return fixed(does.fact, { k: 'add', of: start, n: 0, unit: 'working-day' })
    case 'nextOpening':
      return fixed(does.fact, { k: 'opening', of: start })
    default:
      return undefined
  }
}

/** Words that the sweep counts as the evaluator does. */
const isSwept = ({ monthEnd }: Pick<Counted, 'monthEnd'>): boolean => monthEnd !== 'next-first'

const event: Term = { k: 'event' }

/** Terms one after the other. An hour clock that is opened outside office hours runs from the next opening in any case. */
function counted(start: Term, terms: readonly Counted[]): Term {
  return terms.reduce<Term>(
    (of, { n, unit }) =>
      n === 0 && unit === 'working-hour' ? { k: 'outside', of } : { k: 'add', of, n, unit },
    terms[0]?.unit === 'working-hour' ? { k: 'outside', of: start } : start,
  )
}

/** The moment the clock starts: the day of receipt first, then the office hours (AMB-05f). */
function startOf(effect: CompiledEffect, receipt: CompiledEffect | undefined): Term {
  const cutoff = effect.cutoff ?? receipt?.cutoff
  const second = cutoff ? lastSecond(cutoff) : receipt ? noCutoff : undefined
  const received: Term = second === undefined ? event : { k: 'received', of: event, second }
  return effect.outside ? { k: 'outside', of: received } : received
}

/** Moments of one event; a deadline that waits for two different events is no function of one. */
function extremeOf({ op, sums }: Extract<Operation, { op: 'later' | 'earlier' }>): Timed | undefined {
  const [first, ...others] = sums
  if (!first || others.some(({ fact }) => fact !== first.fact)) return undefined
  if (!sums.every(({ plus }) => !plus || (isSwept(plus) && !(plus.n < 0 && plus.unit === 'month')))) {
    return undefined
  }
  const term = others.reduce<Term>((of, one) => ({ k: op, of: [of, sumOf(one)] }), sumOf(first))
  return { fact: first.fact, term: () => term, byLimit: false }
}

function sumOf({ plus }: Moved): Term {
  if (!plus) return event
  const { n, unit } = plus
  return n < 0 ? { k: 'before', of: event, n: -n, unit } : { k: 'add', of: event, n, unit }
}

/** The deadline counted from what another one ends at. */
export function following(term: Term, first: Term): Term {
  switch (term.k) {
    case 'event':
      return first
    case 'later':
    case 'earlier':
      return { k: term.k, of: [following(term.of[0], first), following(term.of[1], first)] }
    case 'add':
    case 'before':
      return { k: term.k, of: following(term.of, first), n: term.n, unit: term.unit }
    case 'received':
      return { k: 'received', of: following(term.of, first), second: term.second }
    default:
      return { k: term.k, of: following(term.of, first) }
  }
}
