import { type Instant, type Moment, dayNumberOf, toMoment } from '@motcua/calendar'
import type { Cell } from '../compile/cells.ts'
import { stableJson } from '../compile/stable.ts'
import type { QuestionInfo } from '../vocabulary/questions.ts'
import { comparedOverTime } from './compare-over-time.ts'
import type { Change, Way, Witness } from './diff.ts'
import { type Probe, factsAt } from './probes.ts'
import { type Side, answerOf } from './side.ts'
import type { Version } from './version.ts'

/** What was found of one pair of effects: which way it goes, and what shows it. */
export type Found = Pick<Change, 'way' | 'witnesses' | 'shares'>

/** Compares what two laws answer in one cell; nothing where every answer is the same. */
export function compareAnswers(
  question: QuestionInfo,
  [before, a]: readonly [Version, Side],
  [after, b]: readonly [Version, Side],
  cell: Cell,
  probes: readonly Probe[],
): Found | undefined {
  const ask = (version: Version, facts: Readonly<Record<string, unknown>>) =>
    answerOf(version, question, { ...facts, ...cell })
  const pair = (facts: Readonly<Record<string, unknown>>): Witness => ({
    facts: { ...facts, ...cell },
    before: ask(before, facts),
    after: ask(after, facts),
  })
  const at = middayOf(after)
  const samples = probes.flatMap((probe) =>
    [0, 9, 24, 81].map((hours) => pair(factsAt(probe, at + hours * 3_600))),
  )
  const found =
    oneSided(samples) ??
    (question.kind === 'deadline' || question.kind === 'day'
      ? comparedOverTime(question, [before, a], [after, b], probes, pair)
      : differing(samples))
  return found && { ...found, witnesses: found.witnesses.map((one) => lean(question, one, pair)) }
}

/** A witness without the facts that neither answer needs. */
function lean(question: QuestionInfo, whole: Witness, pair: (facts: Witness['facts']) => Witness): Witness {
  const said = ({ before, after }: Witness) => stableJson([before, after])
  return question.facts.reduce((kept, { name, required }) => {
    if (required || !(name in kept.facts)) return kept
    const { [name]: _, ...facts } = kept.facts
    const less = pair(facts)
    return said(less) === said(whole) ? less : kept
  }, whole)
}

/** The Wednesday after the day the second law is asked on, at ten: an hour that offices work. */
function middayOf({ asOf, law }: Version): Moment {
  const first = asOf < law.calendar.from ? law.calendar.from : asOf
  const start = toMoment(`${first}T10:00:00+07:00` as Instant)
  const weekday = (dayNumberOf(start) + 3) % 7
  return start + ((2 - weekday + 7) % 7) * 86_400
}

/** Whether only one of the two answers at all, whatever it is asked. */
function oneSided(samples: readonly Witness[]): Found | undefined {
  const [first] = samples as [Witness]
  const witnesses = [first]
  if (samples.every(({ before, after }) => before === null && after !== null))
    return { way: 'gained', witnesses }
  if (samples.every(({ before, after }) => before !== null && after === null))
    return { way: 'lost', witnesses }
  return undefined
}

/** Of everything that is not a date: the first facts on which the answers are not the same, and which way they go. */
function differing(samples: readonly Witness[]): Found | undefined {
  const apart = samples.filter(({ before, after }) => stableJson(before) !== stableJson(after))
  const [first] = apart
  if (!first) return undefined
  const ways = new Set(apart.map(({ before, after }) => wayOf(before, after)))
  return { way: ways.size === 1 ? [...ways][0]! : 'other', witnesses: [first] }
}

function wayOf(before: unknown, after: unknown): Way {
  const [a, b] = [before, after].map(numberOf)
  if (a !== undefined && b !== undefined && sameUnit(before, after)) return b < a ? 'fewer' : 'more'
  if (!Array.isArray(before) || !Array.isArray(after)) return 'other'
  const adds = after.some((one) => !before.includes(one))
  const drops = before.some((one) => !after.includes(one))
  return adds === drops ? 'other' : adds ? 'widened' : 'narrowed'
}

const numberOf = (value: unknown): number | undefined => {
  if (typeof value === 'number') return value
  const n = (value as { n?: unknown } | null)?.n
  return typeof n === 'number' ? n : undefined
}

const sameUnit = (a: unknown, b: unknown): boolean =>
  (a as { unit?: unknown } | null)?.unit === (b as { unit?: unknown } | null)?.unit
