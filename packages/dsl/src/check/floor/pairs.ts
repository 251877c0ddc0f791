import { type Moment } from '@motcua/calendar'
import type { Regulation } from '../../ast/nodes.ts'
import { type Cell, cellsOf, dimsOf, indexOfCell, ownLevel } from '../../compile/cells.ts'
import type { Compiled, QuestionTable } from '../../compile/compiled.ts'
import { midnightOf } from '../../compile/days.ts'
import { rowOf, rowsOf } from '../../compile/dispatch.ts'
import { type QuestionInfo, questionOf } from '../../vocabulary/questions.ts'
import { firstOf, lastOf } from '../sweep/clock.ts'
import type { Office } from '../office.ts'
import type { Pair } from './pair.ts'

/** A pair with the effect that makes it one, as a place in the tables. */
export interface PlacedPair extends Pair {
  /** The province's effect that makes the difference: its answer, or the rule of receipt that moves the nation's. */
  readonly speaks: number
}

/** A province's regulation and a national act that are in force together, by their places in the tables. */
export interface Joint {
  readonly own: number
  readonly national: number
}

/** The national acts a regulation says it complies with, what amends them and what has taken their place. */
export function jointsOf(regulation: Regulation, own: number, { acts }: Compiled): Joint[] {
  const all = new Set(
    regulation.complies
      .map(({ symbol }) => acts.findIndex((act) => act.symbol === symbol))
      .filter((at) => at >= 0),
  )
  for (const at of all) {
    const { replacedBy, amendedBy = [] } = acts[at]!
    for (const heir of [...amendedBy, ...(replacedBy === null ? [] : [replacedBy])]) {
      if (acts[heir]!.national) all.add(heir)
    }
  }
  return [...all].map((national) => ({ own, national }))
}

const endOf = (until: string | null): Moment => (until === null ? Infinity : midnightOf(until) - 1)

/** How the cells of one question fall: pairs to decide, and how many cells are left to the nation. */
export interface Sorted {
  readonly question: QuestionInfo
  readonly pairs: readonly PlacedPair[]
  readonly cells: number
  readonly inherited: readonly Cell[]
  readonly from: Moment
  readonly to: Moment
}

/**
 * Every question that the national act answers, its cells put together by the pair of effects that answer them; more
 * than once where rules of either have days of their own.
 */
export function sortedPairs(
  compiled: Compiled,
  regulation: Regulation,
  joint: Joint,
  office: Office,
): Sorted[] {
  const { acts } = compiled
  return compiled.tables.flatMap((table) => {
    const rows = rowsOf(acts, table)
    const amended = amendedFrom(compiled, table, joint.national)
    return rows
      .filter(({ act }) => act === joint.own)
      .flatMap((own) =>
        rows
          .filter(({ act, row }) => act === joint.national && answers(table, row))
          .flatMap((national) => {
            const from = Math.max(midnightOf(own.from), midnightOf(national.from), firstOf(office.calendar))
            const ends = [endOf(own.until), endOf(national.until), endOf(amended), lastOf(office.calendar)]
            const stretch: Stretch = { own: own.row, national: national.row, from, to: Math.min(...ends) }
            if (stretch.from >= stretch.to) return []
            return [sortQuestion(compiled, table, regulation, joint, stretch, office)]
          }),
      )
  })
}

/** The rows of both and the time in which both hold, in seconds. */
interface Stretch {
  readonly own: number
  readonly national: number
  readonly from: Moment
  readonly to: Moment
}

const answers = (table: QuestionTable, row: number): boolean =>
  rowOf(table, row).some((effect) => effect >= 0)

/** From which day another act answers the question in the place of this one, because it amends it. */
function amendedFrom({ acts }: Compiled, table: QuestionTable, national: number): string | null {
  const by = (acts[national]!.amendedBy ?? []).filter((act) => answers(table, act))
  return by.map((act) => acts[act]!.effectiveOn).toSorted()[0] ?? null
}

function sortQuestion(
  compiled: Compiled,
  table: QuestionTable,
  regulation: Regulation,
  joint: Joint,
  { own: ownRow, national: nationalRow, from, to }: Stretch,
  { calendar }: Office,
): Sorted {
  const question = questionOf.get(table.question)!
  const [own, national] = [rowOf(table, ownRow), rowOf(table, nationalRow)]
  const groups = new Map<string, { cells: Cell[]; at: readonly [number, number, number, number] }>()
  const inherited: Cell[] = []
  let cells = 0
  for (const [i, cell] of cellsOf(question).entries()) {
    // A level under another name is the same cell over again.
    if (typeof cell.level === 'string' && ownLevel(regulation, cell.level) !== cell.level) continue
    const [mine, theirs] = [own[i]!, national[i]!]
    if (theirs < 0) continue
    cells++
    const [receipt, nationalReceipt] = [joint.own, joint.national].map((act) =>
      receiptOf(compiled, question, act, cell),
    ) as [number, number]
    if (mine < 0 && receipt < 0) {
      inherited.push(cell)
      continue
    }
    const at = [mine, theirs, receipt, nationalReceipt] as const
    const key = at.join()
    const group = groups.get(key) ?? { cells: [], at }
    group.cells.push(cell)
    groups.set(key, group)
  }
  const effect = (at: number) => (at < 0 ? undefined : compiled.effects[at]!)
  const pairs = [...groups.values()].map(({ cells, at: [mine, theirs, receipt, other] }): PlacedPair => {
    const [ownReceipt, nationalReceipt] = [effect(receipt) ?? effect(other), effect(other)]
    return {
      question,
      own: effect(mine) ?? effect(theirs)!,
      national: effect(theirs)!,
      ...(ownReceipt ? { ownReceipt } : {}),
      ...(nationalReceipt ? { nationalReceipt } : {}),
      cells,
      from,
      to,
      calendar,
      speaks: mine < 0 ? receipt : mine,
    }
  })
  return { question, pairs, cells, inherited, from, to }
}

/** The rule of the day of receipt that moves the start of a question's clock, in one cell. */
function receiptOf({ tables }: Compiled, { receipt }: QuestionInfo, act: number, cell: Cell): number {
  const table = receipt === undefined ? undefined : tables.find(({ question }) => question === receipt)
  if (!table) return -1
  const dims = dimsOf(questionOf.get(receipt!)!)
  return rowOf(table, act)[indexOfCell(dims, cell)] ?? -1
}
