import type { Condition, Regulation, Scheme } from '../ast/nodes.ts'
import { type Dimension, dimensions, isDimension } from '../vocabulary/facts.ts'
import type { QuestionInfo } from '../vocabulary/questions.ts'

/** One combination of the condition facts of a question. */
export type Cell = Readonly<Partial<Record<Dimension, string | boolean>>>

/** The condition facts of a question, in the order its cells are counted. */
export const dimsOf = (question: QuestionInfo): Dimension[] =>
  question.facts.flatMap(({ name }) => (isDimension(name) ? [name] : []))

/** Every cell of a question, in order; the last fact varies fastest. A question without conditions has one cell. */
export function cellsOf(question: QuestionInfo): readonly Cell[] {
  let cells = known.get(question)
  if (!cells) known.set(question, (cells = layCells(question)))
  return cells
}

/** The questions are a closed list, and the cells of each are asked for in every check. */
const known = new WeakMap<QuestionInfo, readonly Cell[]>()

function layCells(question: QuestionInfo): readonly Cell[] {
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

type Schemes = Pick<Regulation, 'levels' | 'tiers'>

/** The level a regulation knows a service by, or null where it names levels and this is none of them. */
export const ownLevel = ({ levels }: Schemes, level: string): string | null => ownName(levels, level)

/** The tier of government that does the work of a tier, or null where the regulation names tiers and none does. */
export const ownTier = ({ tiers }: Schemes, tier: string): string | null => ownName(tiers, tier)

function ownName(scheme: Scheme | undefined, name: string): string | null {
  if (!scheme || scheme.names.includes(name)) return name
  return scheme.aliases.find(({ other }) => other === name)?.own ?? null
}

/** True for a cell in the regulation's own words: no level or tier that it calls otherwise or does not know. */
export const isOwn = (regulation: Schemes, { level, tier }: Cell): boolean =>
  (typeof level !== 'string' || ownLevel(regulation, level) === level) &&
  (typeof tier !== 'string' || ownTier(regulation, tier) === tier)

/** Whether a condition holds in a cell, level and tier taken as the regulation names them. */
export function holds(condition: Condition | undefined, cell: Cell, regulation: Schemes): boolean {
  if (!condition) return true
  let own = cell
  for (const dim of ['level', 'tier'] as const) {
    const value = cell[dim]
    if (typeof value !== 'string') continue
    const name = dim === 'level' ? ownLevel(regulation, value) : ownTier(regulation, value)
    if (name === value) continue
    if (name === null && mentions(condition, dim)) return false
    if (name !== null) own = { ...own, [dim]: name }
  }
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
