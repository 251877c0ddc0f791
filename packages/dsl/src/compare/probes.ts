import { type Moment, fromMoment } from '@motcua/calendar'
import { type NumberFact, numbers } from '../vocabulary/figures.ts'
import type { QuestionInfo } from '../vocabulary/questions.ts'

/** How far each moment of a question lies behind the first, in seconds, and the published time it is asked with. */
export interface Probe {
  readonly gaps: Readonly<Record<string, number>>
  readonly limit?: { readonly n: number; readonly unit: string }
  readonly numbers?: Readonly<Record<string, number>>
}

/** The facts of a probe that begins at a moment, as JSON has them; those of the cell come beside them. */
export const factsAt = ({ gaps, limit, numbers }: Probe, at: Moment): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(Object.entries(gaps).map(([name, gap]) => [name, fromMoment(at + gap)])),
  ...(limit && { limit }),
  ...numbers,
})

/** Numbers that bounds are likely to lie between: each in turn, with the others at the least and at the most. */
function countsOf(facts: QuestionInfo['facts']): (Readonly<Record<string, number>> | undefined)[] {
  const names = facts.flatMap(({ name, type }) => (type === 'number' ? [name as NumberFact] : []))
  if (names.length === 0) return [undefined]
  const all = (value: number) => Object.fromEntries(names.map((name) => [name, value]))
  const fits = (name: NumberFact) =>
    numbers[name] === 'count' ? tried.filter((value) => Number.isInteger(value)) : tried
  return names.flatMap((name) =>
    [0, 100].flatMap((rest) => fits(name).map((value) => ({ ...all(rest), [name]: value }))),
  )
}

const tried: readonly number[] = [
  ...Array.from({ length: 38 }, (_, i) => i / 2),
  ...Array.from({ length: 17 }, (_, i) => 20 + i * 5),
  ...[19.9, 29.9, 49.9, 89.9, 99.9],
]

const hour = 3_600
const day = 24 * hour

/** Published times that shares and terms are tried with: from one day to two months, in every unit. */
const limits: readonly { readonly n: number; readonly unit: string }[] = [
  ...[10, 1, 2, 3, 5, 15, 20, 30, 60].map((n) => ({ n, unit: 'working-day' })),
  { n: 30, unit: 'calendar-day' },
  { n: 8, unit: 'working-hour' },
  { n: 1, unit: 'month' },
]

/**
 * The ways the moments of a question can lie to one another: all at once, and each of the others an hour, a day or four
 * days later; with every published time where the question goes by one.
 */
export function probesOf({ facts }: QuestionInfo): Probe[] {
  const instants = facts.filter(({ name, type }) => type === 'instant' && name !== 'asOf')
  const times = facts.some(({ type }) => type === 'limit') ? limits : [undefined]
  const gaps = instants.length > 1 ? gapsOf(instants.length) : [[0]]
  const counts = countsOf(facts)
  return times.flatMap((limit) =>
    gaps.flatMap((gap) =>
      counts.map((known): Probe => ({
        gaps: Object.fromEntries(instants.map(({ name }, i) => [name, gap[i]!])),
        ...(limit && { limit }),
        ...(known && { numbers: known }),
      })),
    ),
  )
}

/** Distances of the moments from the first; each moment is also the first of its turn. */
function gapsOf(moments: number): number[][] {
  const gaps: number[][] = [Array.from({ length: moments }, () => 0)]
  for (let late = 0; late < moments; late++) {
    for (const by of [hour, day, 4 * day])
      gaps.push(Array.from({ length: moments }, (_, i) => (i === late ? by : 0)))
  }
  return gaps
}
