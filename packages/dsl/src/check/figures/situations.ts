import { type CivilDate, type Moment, addDays, instant, toMoment } from '@motcua/calendar'
import { type BareTest, atomsOf } from '../../ast/tests.ts'
import type { Situation } from '../../figures/truth.ts'
import { dimensions, isDimension } from '../../vocabulary/facts.ts'
import { type NumberFact, numbers, pointsInTime } from '../../vocabulary/figures.ts'
import type { QuestionInfo } from '../../vocabulary/questions.ts'

type Moments = Situation['moments']

/**
 * Situations that stand for all: tests can tell two situations apart only where some pair of moments lies otherwise to
 * one another, a fact of few values differs, or a number lies on another side of a bound. Every one of those is here, the
 * smallest numbers first, so a class that fits none or two of these is a fault, and one that passes them all is none.
 */
export function situationsOf(
  question: QuestionInfo,
  tests: readonly BareTest[],
  from: CivilDate,
): Situation[] {
  const atoms = tests.flatMap((one) => atomsOf(one))
  const points = [...new Set(atoms.flatMap((one) => (one.k === 'points' ? [one.left, one.right] : [])))]
  const of = new Set(points.map((name) => pointsInTime[name]!.of))
  const knows = (name: string) => question.facts.some((fact) => fact.name === name)
  const times = knows('resultAt') && knows('dueAt') ? timesOf(question, of, from) : [{}]
  const cells = cellsOf(question, atoms)
  const counted = numbersOf(question, atoms)
  return times.flatMap((moments) =>
    cells.flatMap((cell) => counted.map((known): Situation => ({ moments, cell, numbers: known }))),
  )
}

/** Every way in which the moments of a dossier can lie to one another, on one day or on several. */
function timesOf(question: QuestionInfo, of: ReadonlySet<string>, from: CivilDate): Moments[] {
  const has = (name: string) => question.facts.some((fact) => fact.name === name)
  const both = of.has('due') && of.has('original-due')
  const names = [
    'dueAt',
    ...(has('reportAt') ? (['reportAt'] as const) : []),
    'resultAt',
    ...(both ? (['originalDueAt'] as const) : []),
  ] as const
  const withResult = ranks(names.length).flatMap((rank) => placed(rank, from, names))
  const open = names.filter((name) => name !== 'resultAt')
  const optional = question.facts.some(({ name, required }) => name === 'resultAt' && !required)
  const without = optional ? ranks(open.length).flatMap((rank) => placed(rank, from, open)) : []
  // A result that comes after the cut-off is none at the cut-off, and a re-appointment only ever puts a date off.
  return [...withResult, ...without].filter(
    ({ resultAt, reportAt, originalDueAt, dueAt }) =>
      (resultAt === undefined || reportAt === undefined || resultAt <= reportAt) &&
      (originalDueAt === undefined || originalDueAt <= dueAt!),
  )
}

/** The weak orders of some things: the rank of each, with no rank left out. */
function ranks(n: number): number[][] {
  let all: number[][] = [[]]
  for (let i = 0; i < n; i++) {
    all = all.flatMap((row) => Array.from({ length: n }, (_, rank) => [...row, rank]))
  }
  return all.filter((row) => row.every((rank) => rank === 0 || row.includes(rank - 1)))
}

/** Moments by rank: each step to the next rank is a later hour of the day or the next day. */
function placed(rank: readonly number[], from: CivilDate, names: readonly (keyof Moments)[]): Moments[] {
  const steps = Math.max(...rank)
  return Array.from({ length: 2 ** steps }, (_, choice): Moments => {
    const at: Moment[] = []
    let [day, hour] = [0, 9]
    for (let step = 0; step <= steps; step++) {
      if (step > 0) [day, hour] = (choice >> (step - 1)) & 1 ? [day, hour + 1] : [day + 1, 9]
      const time = `${addDays(from, day)}T${String(hour).padStart(2, '0')}:00:00+07:00`
      at.push(toMoment(instant(time)))
    }
    return Object.fromEntries(names.map((name, i) => [name, at[rank[i]!]!]))
  })
}

type Atoms = ReturnType<typeof atomsOf>

function cellsOf(question: QuestionInfo, atoms: Atoms): Situation['cell'][] {
  const spoken = new Set(atoms.flatMap((one) => (one.k === 'flag' || one.k === 'in' ? [one.dim] : [])))
  let cells: Record<string, string | boolean>[] = [{}]
  for (const { name } of question.facts) {
    if (!isDimension(name) || !spoken.has(name)) continue
    cells = cells.flatMap((cell) => dimensions[name].map((value) => ({ ...cell, [name]: value })))
  }
  return cells
}

/** The step by which two numbers of a kind differ at least, as they are written. */
const steps = { count: 1, percent: 0.01, points: 0.1 } as const

/** Each number on, just above and between the bounds it is compared with, from the least on. */
function numbersOf(question: QuestionInfo, atoms: Atoms): Situation['numbers'][] {
  let all: Partial<Record<NumberFact, number>>[] = [{}]
  for (const { name } of question.facts) {
    const bounds = atoms.flatMap((one) => (one.k === 'number' && one.fact === name ? [one.than.n] : []))
    if (bounds.length === 0) continue
    const measure = numbers[name as NumberFact]
    const step = steps[measure]
    const near = bounds.flatMap((one) => [one, Math.round((one + step) * 100) / 100])
    const values = [0, ...near, ...(measure === 'percent' ? [100] : [])].filter(
      (one) => measure !== 'percent' || one <= 100,
    )
    const sorted = [...new Set(values)].toSorted((a, b) => a - b)
    all = sorted.flatMap((value) => all.map((known) => ({ ...known, [name]: value })))
  }
  return all
}
