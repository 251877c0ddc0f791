import { type Moment, type WorkCalendar, fromMoment } from '@motcua/calendar'
import type { CompiledEffect } from '../../compile/compiled.ts'
import { decide } from '../../evaluate/decide.ts'
import type { Facts } from '../../evaluate/facts.ts'
import type { InstantFact } from '../../vocabulary/facts.ts'
import { type Clock, clockOf } from '../sweep/clock.ts'
import { type Compared, type Witness, compareClocks } from '../sweep/compare.ts'
import { samplesOf } from '../sweep/samples.ts'
import { type Limit, type Timed, anyLimit, timedOf } from '../sweep/term.ts'
import { givenCell, noFacts } from './answers.ts'
import type { Direction } from './direction.ts'
import type { Pair } from './pair.ts'
import type { Shown, Verdict } from './verdict.ts'

/**
 * Decides a pair of deadlines by a sweep over every moment of their joint validity. A deadline by the procedure's own
 * time is swept for the shortest and the longest there is: it grows with it.
 */
export function compareDeadlines(pair: Pair, direction: Direction): Verdict {
  const own = timedOf(pair.own, pair.ownReceipt)
  const national = timedOf(pair.national, pair.nationalReceipt)
  if (!own || !national) return { is: 'undecided' }
  // Counted from different events, one may be late without the other.
  if (own.fact !== national.fact) return { is: 'undecided' }
  const limits = own.byLimit || national.byLimit ? limitsSwept : [undefined]
  let kept: Verdict = { is: 'kept' }
  for (const limit of limits) {
    const found = sweep(pair, own, national, limit)
    if (!found) return { is: 'undecided' }
    const verdict = verdictOf(pair, own.fact, found, direction, limit)
    if (verdict.is !== 'kept') return verdict
    kept = verdict
  }
  return kept
}

/** The shortest and longest procedures of each unit. */
const limitsSwept: readonly Limit[] = (
  ['working-day', 'calendar-day', 'working-hour', 'month'] as const
).flatMap((unit) => [1, unit === 'month' ? 12 : 120].map((n) => ({ n, unit })))

function sweep(pair: Pair, own: Timed, national: Timed, limit: Limit | undefined): Compared | undefined {
  const { calendar } = pair
  const ownClock = clockOf(own.term(limit ?? anyLimit), calendar)
  const nationalClock = clockOf(national.term(limit ?? anyLimit), calendar)
  const window = reachable([ownClock, nationalClock], pair.from, pair.to)
  if (!window) return undefined
  const [from, to] = window
  const agrees = (clock: Clock, effect: CompiledEffect, fact: InstantFact, receipt?: CompiledEffect) =>
    agreesWithEvaluator(clock, { ...pair, effect, fact, limit, ...(receipt ? { receipt } : {}) }, from, to)
  if (!agrees(ownClock, pair.own, own.fact, pair.ownReceipt)) return undefined
  if (!agrees(nationalClock, pair.national, national.fact, pair.nationalReceipt)) return undefined
  return compareClocks(ownClock, nationalClock, from, to)
}

/** The part of a window on which every deadline can be worked out before the calendar ends. */
export function reachable(clocks: readonly Clock[], from: Moment, to: Moment): [Moment, Moment] | undefined {
  const works = (at: Moment) =>
    clocks.every((clock) => {
      try {
        return Number.isFinite(clock.at(at))
      } catch (error) {
        if (error instanceof RangeError) return false
        throw error
      }
    })
  const days = (n: number) => n * 86_400
  const last = margins.map(days).find((margin) => to - margin > from && works(to - margin))
  const first = margins.map(days).find((margin) => from + margin < to && works(from + margin))
  if (last === undefined || first === undefined || to - last <= from + first) return undefined
  return [from + first, to - last]
}

const margins = [0, 7, 14, 31, 62, 124, 248, 496, 992]

/**
 * A sweep follows the deadline as `term.ts` reads it, the office follows `decide`. They are asked the same at moments
 * all over the window, so that what one of them does not know is never proven.
 */
function agreesWithEvaluator(
  clock: Clock,
  {
    question,
    effect,
    receipt,
    fact,
    limit,
    cells,
    calendar,
  }: Pick<Pair, 'question' | 'cells'> & {
    effect: CompiledEffect
    receipt?: CompiledEffect
    fact: InstantFact
    limit: Limit | undefined
    calendar: WorkCalendar
  },
  from: Moment,
  to: Moment,
): boolean {
  const facts: Facts = { ...noFacts, asOf: from, cell: cells[0]! as Facts['cell'], limit }
  return samplesOf(from, to).every((at) => {
    const { value } = decide({
      question,
      effect,
      facts: { ...facts, moments: { [fact]: at } },
      calendar,
      ...(receipt ? { receipt } : {}),
    })
    return value === fromMoment(clock.at(at))
  })
}

function verdictOf(
  pair: Pair,
  fact: InstantFact,
  compared: Compared,
  direction: Direction,
  limit: Limit | undefined,
): Verdict {
  const [bad, good] =
    direction === 'no-earlier'
      ? [compared.earliest, compared.latest]
      : direction === 'same'
        ? [compared.latest ?? compared.earliest, undefined]
        : [compared.latest, compared.earliest]
  if (!bad || direction === 'own') return { is: 'kept', compared }
  const shown = shownOf(pair, fact, bad, limit)
  if (direction === 'same') return { is: 'contradicts', shown }
  if (!good) return { is: 'laxer', shown, compared }
  return { is: 'incomparable', shown, other: shownOf(pair, fact, good, limit), compared }
}

function shownOf({ cells }: Pair, fact: InstantFact, { at, left, right }: Witness, limit?: Limit): Shown {
  return {
    facts: { ...givenCell(cells[0]!), [fact]: fromMoment(at), ...(limit ? { limit } : {}) },
    own: fromMoment(left),
    national: fromMoment(right),
  }
}
