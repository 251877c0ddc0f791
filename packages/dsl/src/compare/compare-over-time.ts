import { type CivilDate, type Instant, type Moment, toMoment } from '@motcua/calendar'
import type { Cell } from '../compile/cells.ts'
import { BadFacts } from '../evaluate/facts.ts'
import { momentOf, prepare } from '../evaluate/prepare.ts'
import { firstMoment, intoRegister } from '../evaluate/register.ts'
import type { QuestionInfo } from '../vocabulary/questions.ts'
import type { Found } from './compare-answers.ts'
import type { Witness } from './diff.ts'
import { type Probe, factsAt } from './probes.ts'
import { type Apart, stepOf, sweep } from './sweep.ts'
import type { Version } from './version.ts'

/** Deadlines and days at every moment of a year, with a few published times where they go by one. */
export function comparedOverTime(
  question: QuestionInfo,
  before: Version,
  after: Version,
  cell: Cell,
  probes: readonly Probe[],
  pair: (facts: Readonly<Record<string, unknown>>) => Witness,
): Found | undefined {
  const [from, to] = yearOf(after)
  const step = stepOf(after.law.calendar, [before, after].flatMap(cutoffsOf))
  const runs = probes.slice(0, mostProbes).map((probe) => {
    const of = (version: Version) => deadlineOf(version, question, cell, probe, from)
    return { probe, ...sweep([of(before), of(after)], from, to, step) }
  })
  const share = (of: 'earlier' | 'later' | 'same') =>
    runs.reduce((sum, run) => sum + run[of], 0) / runs.length
  const shares = { earlier: share('earlier'), later: share('later'), same: share('same') }
  if (shares.earlier === 0 && shares.later === 0) return undefined
  const way = shares.later === 0 ? 'earlier' : shares.earlier === 0 ? 'later' : 'mixed'
  const farthest = (which: 'earliest' | 'latest'): Witness[] => {
    const found = runs.flatMap(({ probe, [which]: apart }) => (apart ? [{ probe, apart }] : []))
    const [most] = found.toSorted((a, b) => widthOf(b.apart) - widthOf(a.apart))
    return most ? [pair(factsAt(most.probe, most.apart.at))] : []
  }
  return { way, shares, witnesses: [...farthest('earliest'), ...farthest('latest')] }
}

/** Published times a deadline is swept with; more of them only say the same again. */
const mostProbes = 4

const widthOf = ({ first, second }: Apart): number => Math.abs(second - first)

/** The deadline as a number of the moment its first fact happens; null where it is not regulated. */
function deadlineOf(
  { law, asOf }: Version,
  { key }: QuestionInfo,
  cell: Cell,
  probe: Probe,
  from: Moment,
): (at: Moment) => Moment | null {
  const prepared = prepare(law, key)
  const { layout } = prepared
  const start = new Float64Array(layout.size)
  const index = intoRegister(layout, { ...factsAt(probe, from), ...cell, asOf }, start)
  const row = start.slice()
  return (at) => {
    for (let i = 0; i < layout.moments.length; i++) {
      row[firstMoment + i] = start[firstMoment + i]! + at - from
    }
    const found = orMissing(() => momentOf(prepared, row, index))
    return Number.isNaN(found) ? null : found
  }
}

function orMissing(ask: () => Moment): Moment {
  try {
    return ask()
  } catch (cause) {
    if (!(cause instanceof BadFacts) || cause.code !== 'missing-fact') throw cause
    return NaN
  }
}

const cutoffsOf = ({ law }: Version): number[] =>
  law.program.compiled.effects.flatMap(({ cutoff }) => (cutoff ? [cutoff.second] : []))

/** A year from the day the second law is asked on, as far as its calendar goes with room for the terms to end. */
function yearOf({ asOf, law: { calendar } }: Version): readonly [Moment, Moment] {
  const day = 86_400
  const midnight = (date: CivilDate) => toMoment(`${date}T00:00:00+07:00` as Instant)
  const last = midnight(calendar.to) - 180 * day
  const from = Math.max(midnight(calendar.from), Math.min(midnight(asOf), last - 365 * day))
  return [from, Math.min(from + 365 * day, last)]
}
