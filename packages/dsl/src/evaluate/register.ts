import type { Moment } from '@motcua/calendar'
import { type Cell, cellsOf, dimsOf, indexOfCell } from '../compile/cells.ts'
import type { NumberFact } from '../vocabulary/figures.ts'
import type { InstantFact } from '../vocabulary/facts.ts'
import { type QuestionInfo, questionOf } from '../vocabulary/questions.ts'
import { type Facts, UnknownQuestion, readFacts, units } from './facts.ts'

/**
 * The facts of a question as numbers side by side: `asOf`, then its moments in the order of its facts, all in seconds,
 * then the published time as a number and its unit, the numbers, and the moment the matter began. NaN stands where a
 * fact is not given.
 */
export type Register = Float64Array

/** Which place of a register holds what. */
export interface Layout {
  readonly info: QuestionInfo
  readonly moments: readonly InstantFact[]
  /** Facts that are numbers; they stand after the published time. */
  readonly numbers: readonly NumberFact[]
  readonly limitN: number
  readonly limitUnit: number
  readonly began: number
  readonly size: number
  readonly cells: readonly Cell[]
}

/** Places of a register that are the same for every question. */
export const asOfSlot = 0
export const firstMoment = 1

/** The layout of a question's register. Throws UnknownQuestion. */
export function layoutOf(key: string): Layout {
  const info = questionOf.get(key)
  if (!info) throw new UnknownQuestion(key)
  const moments = info.facts.flatMap(({ name, type }) =>
    type === 'instant' && name !== 'asOf' ? [name as InstantFact] : [],
  )
  const numbers = info.facts.flatMap(({ name, type }) => (type === 'number' ? [name as NumberFact] : []))
  const limitN = firstMoment + moments.length
  const began = limitN + 2 + numbers.length
  const cells = cellsOf(info)
  return { info, moments, numbers, limitN, limitUnit: limitN + 1, began, size: began + 1, cells }
}

/** The place of a register that holds a moment; -1 where the question does not know the fact. */
export const slotOf = ({ moments }: Layout, fact: InstantFact): number =>
  moments.includes(fact) ? firstMoment + moments.indexOf(fact) : -1

/** The facts a register holds, as the ordinary way of deciding takes them. */
export function factsIn(
  { moments, numbers, limitN, limitUnit, began, cells }: Layout,
  row: Register,
  cell: number,
): Facts {
  const given: Partial<Record<InstantFact, Moment>> = {}
  for (const [i, fact] of moments.entries()) {
    const at = row[firstMoment + i]!
    if (!Number.isNaN(at)) given[fact] = at
  }
  const known: Partial<Record<NumberFact, number>> = {}
  for (const [i, fact] of numbers.entries()) {
    const n = row[limitUnit + 1 + i]!
    if (!Number.isNaN(n)) known[fact] = n
  }
  const asOf = row[asOfSlot]!
  const unit = units[row[limitUnit]!]
  return {
    asOf: Number.isNaN(asOf) ? undefined : asOf,
    moments: given,
    cell: cells[cell]! as Facts['cell'],
    limit: unit === undefined ? undefined : { n: row[limitN]!, unit },
    beganAt: Number.isNaN(row[began]!) ? undefined : row[began]!,
    numbers: known,
  }
}

/** In place of a cell: the facts have a list among them, such as pauses, which no register holds. */
export const noRegister = -1

/**
 * Writes plain facts into a register and gives the cell of their conditions; `noRegister` where they must be asked with.
 * Throws BadFacts.
 */
export function intoRegister(
  { info, moments, numbers, limitN, limitUnit, began, size }: Layout,
  given: Readonly<Record<string, unknown>>,
  row: Register,
): number {
  const { asOf, moments: at, cell, limit, numbers: known, beganAt, pauses, outages } = readFacts(info, given)
  if (pauses || outages) return noRegister
  row.fill(NaN, 0, size)
  if (asOf !== undefined) row[asOfSlot] = asOf
  for (const [i, fact] of moments.entries()) row[firstMoment + i] = at[fact] ?? NaN
  for (const [i, fact] of numbers.entries()) row[limitUnit + 1 + i] = known[fact] ?? NaN
  if (beganAt !== undefined) row[began] = beganAt
  if (limit) {
    row[limitN] = limit.n
    row[limitUnit] = units.indexOf(limit.unit)
  }
  return indexOfCell(dimsOf(info), cell)
}
