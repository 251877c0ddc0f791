import type { Span } from '../source/span.ts'
import type { Cst } from '../syntax/parse.ts'
import { type Dimension } from '../vocabulary/facts.ts'
import { type Measure, type NumberFact, pointsInTime } from '../vocabulary/figures.ts'
import type { Comparison } from './nodes.ts'
import { type Room, leaf, list, node, notOfList, spanOf } from './reader.ts'
import { valueOf } from './values.ts'

/** A part of a test that is not made of other tests. */
type Atom =
  | { readonly k: 'settled'; readonly yes: boolean }
  | { readonly k: 'points'; readonly left: string; readonly op: Comparison; readonly right: string }
  | { readonly k: 'number'; readonly fact: NumberFact; readonly op: Comparison; readonly than: Amount }
  | { readonly k: 'flag'; readonly dim: Dimension }
  | { readonly k: 'in'; readonly dim: Dimension; readonly values: readonly string[] }

/** A test as the tables hold it. */
export type BareTest =
  | Atom
  | { readonly k: 'not'; readonly of: BareTest }
  | { readonly k: 'and' | 'or'; readonly of: readonly [BareTest, BareTest] }

/**
 * What follows `nếu`: a condition that may compare points in time and numbers, where one after `khi` is made of facts
 * of few values only.
 */
export type Test = (
  | Atom
  | { readonly k: 'not'; readonly of: Test }
  | { readonly k: 'and' | 'or'; readonly of: readonly [Test, Test] }
) & { readonly span: Span }

/** A decimal number with the word of what it counts; a count has none. */
export interface Amount {
  readonly n: number
  readonly measure: Measure
}

/** A test as the grammar has it, with its places. */
export function testOf(room: Room, cst: Cst): Test {
  const span = spanOf(room, cst)
  const part = (i: number) => testOf(room, node(cst.d[i]))
  switch (cst.k) {
    case 'or':
    case 'and':
      return { k: cst.k, of: [part(0), part(2)], span }
    case 'not':
      return { k: 'not', of: part(1), span }
    case 'settled':
      return { k: 'settled', yes: leaf(cst.d[0]).value === 'yes', span }
    case 'flag':
      return { k: 'flag', dim: leaf(cst.d[0]).value as Dimension, span }
    case 'points':
      return {
        k: 'points',
        left: pointOf(room, cst, 0),
        op: leaf(cst.d[1]).text as Comparison,
        right: pointOf(room, cst, 2),
        span,
      }
    case 'number':
      return {
        k: 'number',
        fact: leaf(cst.d[0]).value as NumberFact,
        op: leaf(cst.d[1]).text as Comparison,
        than: amountOf(room, node(cst.d[2])),
        span,
      }
    default: {
      const dim = leaf(cst.d[0]).value as Dimension
      const words = cst.k === 'in' ? list(cst.d[2]) : [cst.d[2]!]
      return { k: 'in', dim, values: words.map((one) => valueOf(room, dim, leaf(one))), span }
    }
  }
}

function pointOf(room: Room, cst: Cst, at: number): string {
  const { value } = leaf(cst.d[at])
  if (pointsInTime[value]) return value
  notOfList(room, cst.d[at]!, {
    vi: 'ngày hoặc thời điểm so sánh được',
    en: 'a day or a moment that can be compared',
  })
  return 'due-at'
}

/** `3,5 điểm`, `3.5 points`, `30 phần trăm`, `2`. */
export function amountOf(room: Room, cst: Cst): Amount {
  const [decimal, unit] = cst.d
  const n = decimalOf(room, node(decimal))
  const type = unit ? leaf(unit).type : undefined
  return { n, measure: type === 'PERCENT' ? 'percent' : type === 'POINT' ? 'points' : 'count' }
}

function decimalOf(room: Room, cst: Cst): number {
  const { text } = leaf(cst.d[0])
  if (/^\d+(?:[.,]\d{1,2})?$/.test(text)) return Number(text.replace(',', '.'))
  room.findings.add('E0122', spanOf(room, cst), {
    vi: `«${text}» không phải là một số có nhiều nhất hai chữ số thập phân như 3,5`,
    en: `\`${text}\` is not a number of at most two decimals such as 3.5`,
  })
  return 0
}

/** Every part of a test that is not made of other tests. */
export function atomsOf<T extends BareTest>(test: T): Extract<T, Atom>[] {
  switch (test.k) {
    case 'not':
      return atomsOf(test.of as T)
    case 'and':
    case 'or':
      return test.of.flatMap((one) => atomsOf(one as T))
    default:
      return [test as Extract<T, Atom>]
  }
}

/** The test without the places it was read from: the same for the same meaning. */
export function bareTest(test: Test): BareTest {
  switch (test.k) {
    case 'not':
      return { k: 'not', of: bareTest(test.of) }
    case 'and':
    case 'or':
      return { k: test.k, of: [bareTest(test.of[0]), bareTest(test.of[1])] }
    default: {
      const { span: _, ...bare } = test
      return bare
    }
  }
}
