import type { Cst, CstPart } from '../syntax/parse.ts'
import {
  type NamePart,
  type Population,
  type State,
  isNamePart,
  isPopulation,
} from '../vocabulary/figures.ts'
import { type Room, leaf, list, node, notOfList, numberOf, spanOf } from './reader.ts'
import { type Test, testOf } from './tests.ts'

/** One part of a name or a code: something filled in, with a number of digits where it is a number, or fixed text. */
type FormPart = { readonly part: NamePart; readonly digits?: number } | { readonly text: string }

/** A move from one state of an account to another, with what times it and under which test. */
export interface Move {
  readonly from: State
  readonly to: State
  /** The question whose deadline times the move. */
  readonly by?: string
  readonly atOnce: boolean
  readonly test?: Test
}

/** What statements of figures say: scores, rates, scales, moves between states, forms of names and codes. */
export type FigureEffect =
  | { readonly k: 'score'; readonly points: number; readonly test?: Test }
  | { readonly k: 'adds'; readonly questions: readonly string[] }
  | {
      readonly k: 'ratio'
      readonly numerator: readonly Population[]
      readonly denominator: readonly Population[]
      readonly times: number
      readonly decimals?: number
      readonly empty?: 'no-data' | 'zero'
      /** The text itself counts dossiers above the line that are not below it. */
      readonly mayExceed: boolean
    }
  | { readonly k: 'scale'; readonly grades: readonly { readonly grade: string; readonly points: number }[] }
  | ({ readonly k: 'move' } & Move)
  | { readonly k: 'starts' | 'ends'; readonly state: State }
  | {
      readonly k: 'form'
      readonly parts: readonly FormPart[]
      readonly letters: 'plain-lower' | 'as-written'
      readonly collision: 'number' | 'refuse'
    }

/** Productions of grammar.ne that `figureOf` gives their meaning. */
export const figureKinds: ReadonlySet<string> = new Set([
  'score',
  'adds',
  'ratio',
  'scale',
  'move',
  'starts',
  'ends',
  'form',
])

/** The meaning of a statement of figures. */
export function figureOf(room: Room, cst: Cst): FigureEffect {
  const { d } = cst
  switch (cst.k) {
    case 'score':
      return {
        k: 'score',
        points: Number(leaf(d[1]).text),
        ...(d[4] ? { test: testOf(room, node(d[4])) } : {}),
      }
    case 'adds':
      return { k: 'adds', questions: list(d[1]).map((one) => leaf(one).value) }
    case 'ratio':
      return ratioOf(room, cst)
    case 'scale':
      return { k: 'scale', grades: gradesOf(list(d[1])) }
    case 'move':
      return { k: 'move', ...moveOf(room, node(d[1])) }
    case 'starts':
    case 'ends':
      return { k: cst.k, state: leaf(d[1]).value as State }
    default:
      return {
        k: 'form',
        parts: list(d[1]).flatMap((one) => formPart(room, one)),
        letters: leaf(d[3]).value as 'plain-lower',
        collision: leaf(d[5]).value as 'number',
      }
  }
}

function ratioOf(room: Room, cst: Cst): FigureEffect {
  const { d } = cst
  const words = list(d[4]).map((one) => node(one))
  const of = (k: string) => words.find((one) => one.k === k)
  const [times, decimals, empty] = [of('times'), of('decimals'), of('empty')]
  for (const [i, one] of words.entries()) {
    if (words.findIndex(({ k }) => k === one.k) === i) continue
    room.findings.add('E0212', spanOf(room, one), {
      vi: 'phần này đã được ghi ở trên',
      en: 'this part stands above already',
    })
  }
  return {
    k: 'ratio',
    numerator: populationsOf(room, list(d[1])),
    denominator: populationsOf(room, list(d[3])),
    times: times ? numberOf(room, times.d.slice(1)) : 1,
    ...(decimals ? { decimals: numberOf(room, decimals.d.slice(1)) } : {}),
    ...(empty ? { empty: leaf(empty.d[0]).value as 'no-data' } : {}),
    mayExceed: of('mayExceed') !== undefined,
  }
}

function populationsOf(room: Room, parts: readonly CstPart[]): Population[] {
  return parts.flatMap((part) => {
    const { value } = leaf(part)
    if (isPopulation(value)) return [value]
    notOfList(room, part, { vi: 'số hồ sơ đếm được', en: 'a number of dossiers' })
    return []
  })
}

/** `{tốt = 2, khá = 1}`: grades with their points, best first. */
export const gradesOf = (parts: readonly CstPart[]): { grade: string; points: number }[] =>
  parts.map((one) => ({ grade: leaf(node(one).d[0]).value, points: Number(leaf(node(one).d[2]).text) }))

/** A move as the grammar has it. */
export function moveOf(room: Room, cst: Cst): Move {
  const [from, , to, timing, condition] = cst.d
  const time = list(timing).map(leaf)
  const when = list(condition)
  return {
    from: leaf(from).value as State,
    to: leaf(to).value as State,
    ...(time.length === 2 ? { by: time[1]!.value } : {}),
    atOnce: time.length === 1,
    ...(when.length === 2 ? { test: testOf(room, node(when[1])) } : {}),
  }
}

function formPart(room: Room, part: CstPart): FormPart[] {
  const { d } = node(part)
  const head = leaf(d[0])
  if (head.type === 'STRING') return [{ text: head.value }]
  const { value } = head
  if (isNamePart(value)) return [{ part: value, ...(d[1] ? { digits: numberOf(room, d.slice(1)) } : {}) }]
  notOfList(room, head, { vi: 'phần của tên hoặc mã', en: 'a part of a name or code' })
  return []
}
