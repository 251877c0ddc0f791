import { type Moment, dayNumberOf } from '@motcua/calendar'
import type { BareTest } from '../ast/tests.ts'
import type { Comparison } from '../ast/nodes.ts'
import type { InstantFact } from '../vocabulary/facts.ts'
import { type NumberFact, type PointInTime, pointsInTime } from '../vocabulary/figures.ts'

/** What a test is held against: moments in seconds, facts of few values, and the numbers that are known. */
export interface Situation {
  readonly moments: Readonly<Partial<Record<InstantFact, Moment>>>
  readonly cell: Readonly<Record<string, string | boolean | undefined>>
  readonly numbers: Readonly<Partial<Record<NumberFact, number>>>
}

/**
 * Whether a test holds; undefined where that hangs on a number nobody gave. A result counts once it is there at the
 * report moment, and a comparison with a result that is not there does not hold.
 */
export function truthOf(test: BareTest, at: Situation): boolean | undefined {
  switch (test.k) {
    case 'settled':
      return isSettled(at) === test.yes
    case 'points': {
      const [a, b] = [pointOf(test.left, at), pointOf(test.right, at)]
      return a !== undefined && b !== undefined && matches(test.op, Math.sign(a - b))
    }
    case 'number': {
      const n = at.numbers[test.fact]
      return n === undefined ? undefined : matches(test.op, Math.sign(n - test.than.n))
    }
    case 'flag':
      return at.cell[test.dim] === true
    case 'in':
      return test.values.includes(String(at.cell[test.dim]))
    case 'not': {
      const truth = truthOf(test.of, at)
      return truth === undefined ? undefined : !truth
    }
    case 'and':
    case 'or': {
      const [a, b] = [truthOf(test.of[0], at), truthOf(test.of[1], at)]
      const settles = test.k === 'or'
      if (a === settles || b === settles) return settles
      return a === undefined || b === undefined ? undefined : !settles
    }
  }
  test satisfies never
}

/** Whether a comparison holds for the sign of the difference. */
export function matches(op: Comparison, sign: number): boolean {
  if (sign < 0) return op === '<' || op === '<='
  if (sign > 0) return op === '>' || op === '>='
  return op === '=' || op === '<=' || op === '>='
}

function isSettled({ moments: { resultAt, reportAt } }: Situation): boolean {
  return resultAt !== undefined && (reportAt === undefined || resultAt <= reportAt)
}

/** A point in time as a number: days for a day, seconds for a moment. */
function pointOf(name: string, at: Situation): number | undefined {
  const point = pointsInTime[name]!
  const moment = momentOf(point, at)
  return moment === undefined || point.grain === 'moment' ? moment : dayNumberOf(moment)
}

/** The moment a point in time stands for. A dossier that was never re-appointed keeps its one due date as original. */
export function momentOf({ of }: PointInTime, at: Situation): Moment | undefined {
  const { resultAt, dueAt, originalDueAt, reportAt } = at.moments
  switch (of) {
    case 'result':
      return isSettled(at) ? resultAt : undefined
    case 'due':
      return dueAt
    case 'original-due':
      return originalDueAt ?? dueAt
    case 'report':
      return reportAt
  }
  of satisfies never
}
