import { type BoundProgram, type Cell, caseOf, prepare } from '@motcua/dsl'

/** One row of a decision table: over a stretch of days and some values of the conditions, this effect answers. */
export interface Row {
  /** First day, and the first day no longer; numbered from 1970-01-01. */
  readonly from: number
  readonly to: number
  /** The values of each condition fact that the row speaks of. */
  readonly values: Readonly<Record<string, readonly (string | boolean)[]>>
  /** Index of the effect that answers. */
  readonly answer: number
}

/** A decision as any table engine could hold it: rows that never overlap. No row holds where nothing is regulated. */
export interface Decision {
  readonly question: string
  readonly bound: BoundProgram
  readonly facts: readonly string[]
  readonly cells: readonly Cell[]
  readonly rows: readonly Row[]
}

const never = 100_000

/** Reads a question of a law back as rows, as few as one condition fact at a time allows. */
export function decisionOf(bound: BoundProgram, question: string): Decision {
  const prepared = prepare(bound, question)
  const { cells } = prepared.layout
  const rows: Row[] = []
  const row = new Float64Array(prepared.layout.size).fill(NaN)
  const answerOn = (day: number, cell: number) => {
    row[0] = day * 86_400
    return caseOf(prepared, row, cell)
  }
  const last = prepared.base + prepared.stretchOfDay.length
  const edges = [prepared.base]
  const table = (day: number) => cells.map((_, cell) => answerOn(day, cell)).join()
  for (let day = prepared.base + 1; day < last; day++) if (table(day) !== table(day - 1)) edges.push(day)
  const facts = Object.keys(cells[0] ?? {})
  for (const [i, from] of edges.entries()) {
    for (const answer of new Set(cells.map((_, cell) => answerOn(from, cell)))) {
      if (answer < 0) continue
      const held = cells.filter((_, cell) => answerOn(from, cell) === answer)
      const boxes = boxed(held, cells, facts)
      rows.push(...boxes.map((values) => ({ from, to: edges[i + 1] ?? never, values, answer })))
    }
  }
  return { question, bound, facts, cells, rows }
}

/** A set of cells as one box of values where it is one, else cell by cell. Facts that make no difference are left out. */
function boxed(held: readonly Cell[], cells: readonly Cell[], facts: readonly string[]): Row['values'][] {
  const valuesOf = (of: readonly Cell[], fact: string) => [
    ...new Set(of.map((cell) => cell[fact as keyof Cell]!)),
  ]
  const box = Object.fromEntries(facts.map((fact) => [fact, valuesOf(held, fact)]))
  const size = Object.values(box).reduce((product, values) => product * values.length, 1)
  if (size !== held.length) {
    return held.map((cell) => Object.fromEntries(facts.map((fact) => [fact, [cell[fact as keyof Cell]!]])))
  }
  return [
    Object.fromEntries(
      facts.flatMap((fact) => (box[fact]!.length < valuesOf(cells, fact).length ? [[fact, box[fact]!]] : [])),
    ),
  ]
}
