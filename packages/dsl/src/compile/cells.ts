import type { Condition, Regulation } from '../ast/nodes.ts'
import { type Dimension, dimensions, isDimension } from '../vocabulary/facts.ts'
import type { QuestionInfo } from '../vocabulary/questions.ts'

/** One combination of the condition facts of a question. */
export type Cell = Readonly<Partial<Record<Dimension, string | boolean>>>

/** The condition facts of a question, in the order its cells are counted. */
export const dimsOf = (question: QuestionInfo): Dimension[] =>
  question.facts.flatMap(({ name }) => (isDimension(name) ? [name] : []))

/** Every cell of a question, in order; the last fact varies fastest. A question without conditions has one cell. */
export function cellsOf(question: QuestionInfo): Cell[] {
  let cells: Cell[] = [{}]
  for (const dim of dimsOf(question)) {
    cells = cells.flatMap((cell) => dimensions[dim].map((value) => ({ ...cell, [dim]: value })))
  }
  return cells
}

/** Place of a cell in that order. */
export function indexOfCell(dims: readonly string[], cell: Cell): number {
  let index = 0
  for (const dim of dims as readonly Dimension[]) {
    const values: readonly unknown[] = dimensions[dim]
    index = index * values.length + values.indexOf(cell[dim])
  }
  return index
}

/** The level a regulation knows a service by, or null where it names levels and this is none of them. */
export function ownLevel(regulation: Pick<Regulation, 'levels'>, level: string): string | null {
  const { levels } = regulation
  if (!levels || levels.names.includes(level)) return level
  return levels.aliases.find(({ other }) => other === level)?.own ?? null
}

/** Whether a condition holds in a cell, the level taken as the regulation names it. */
export function holds(
  condition: Condition | undefined,
  cell: Cell,
  regulation: Pick<Regulation, 'levels'>,
): boolean {
  if (!condition) return true
  const level = typeof cell.level === 'string' ? ownLevel(regulation, cell.level) : undefined
  if (level === null && mentions(condition, 'level')) return false
  const own = level === undefined || level === null ? cell : { ...cell, level }
  return test(condition, own)
}

function test(condition: Condition, cell: Cell): boolean {
  switch (condition.k) {
    case 'in':
      return condition.values.includes(String(cell[condition.dim]))
    case 'flag':
      return cell[condition.dim] === true
    case 'not':
      return !test(condition.of, cell)
    case 'and':
      return condition.of.every((one) => test(one, cell))
    case 'or':
      return condition.of.some((one) => test(one, cell))
  }
  condition satisfies never
}

/** True where a condition speaks of a fact. */
function mentions(condition: Condition, dim: Dimension): boolean {
  switch (condition.k) {
    case 'in':
    case 'flag':
      return condition.dim === dim
    case 'not':
      return mentions(condition.of, dim)
    default:
      return condition.of.some((one) => mentions(one, dim))
  }
}

/** Every fact a condition speaks of, with the place it does. */
export function conditionFacts(condition: Condition): { dim: Dimension; condition: Condition }[] {
  switch (condition.k) {
    case 'in':
    case 'flag':
      return [{ dim: condition.dim, condition }]
    case 'not':
      return conditionFacts(condition.of)
    default:
      return condition.of.flatMap(conditionFacts)
  }
}
