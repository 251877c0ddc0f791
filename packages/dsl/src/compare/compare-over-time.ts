import { type Instant, type Moment, toMoment } from '@motcua/calendar'
import { reachable } from '../check/floor/deadlines.ts'
import { type Clock, clockOf } from '../check/sweep/clock.ts'
import { type Compared, compareClocks } from '../check/sweep/compare.ts'
import { samplesOf } from '../check/sweep/samples.ts'
import { type Limit, type Term, anyLimit, timedOf } from '../check/sweep/term.ts'
import { midnightOf } from '../compile/days.ts'
import { shareOf } from '../evaluate/shares.ts'
import type { InstantFact } from '../vocabulary/facts.ts'
import type { QuestionInfo } from '../vocabulary/questions.ts'
import type { Found } from './compare-answers.ts'
import type { Witness } from './diff.ts'
import { type Probe, factsAt } from './probes.ts'
import type { Side } from './side.ts'
import type { Version } from './version.ts'

type Asked = readonly [Version, Side]
type Pair = (facts: Readonly<Record<string, unknown>>) => Witness

/**
 * Deadlines and days at every moment of a year, with a few published times where they go by one. What is no function of
 * one moment alone is asked at many moments instead, and then no share is told.
 */
export function comparedOverTime(
  question: QuestionInfo,
  before: Asked,
  after: Asked,
  probes: readonly Probe[],
  pair: Pair,
): Found | undefined {
  const [from, to] = yearOf(after[0])
  const asked = probes.slice(0, mostProbes)
  const swept = asked.map((probe) => sweep(question, before, after, probe, pair, from, to))
  if (!swept.every((one) => one !== undefined)) return samples(asked, pair, from, to)
  const minutes = swept.reduce((sum, one) => sum + one.minutes, 0)
  const share = (of: 'earlier' | 'later') => swept.reduce((sum, one) => sum + one[of], 0) / minutes
  const [earlier, later] = [share('earlier'), share('later')]
  const farthest = (which: 'earliest' | 'latest'): Witness[] => {
    const found = swept.flatMap((one, i) => {
      const { [which]: apart } = one
      return apart ? [{ apart, probe: asked[i]! }] : []
    })
    const [most] = found.toSorted((a, b) => widthOf(b.apart) - widthOf(a.apart))
    return most ? [pair(factsAt(most.probe, most.apart.at))] : []
  }
  return told({ earlier, later, same: 1 - earlier - later }, [...farthest('earliest'), ...farthest('latest')])
}

/** Published times a deadline is swept with; more of them only say the same again. */
const mostProbes = 4

const widthOf = ({ left, right }: { left: Moment; right: Moment }): number => Math.abs(left - right)

function told(shares: NonNullable<Found['shares']>, witnesses: readonly Witness[]): Found | undefined {
  const { earlier, later } = shares
  if (earlier === 0 && later === 0) return undefined
  return { way: later === 0 ? 'earlier' : earlier === 0 ? 'later' : 'mixed', shares, witnesses }
}

/** How the second deadline stands to the first; nothing where one of them is no clock, or not the one that is asked. */
function sweep(
  question: QuestionInfo,
  before: Asked,
  after: Asked,
  probe: Probe,
  pair: Pair,
  from: Moment,
  to: Moment,
): Compared | undefined {
  const { calendar } = after[0].law
  const terms = [before, after].map((one) => termOf(one, probe.limit as Limit | undefined))
  const [first, second] = terms
  if (!first || !second || first.fact !== second.fact) return undefined
  const clocks = [clockOf(first.term, calendar), clockOf(second.term, calendar)] as const
  const window = reachable(clocks, from, to)
  if (!window || !agree(question, clocks, probe, pair, ...window)) return undefined
  return compareClocks(clocks[1], clocks[0], ...window)
}

interface Timed {
  readonly fact: InstantFact
  readonly term: Term
}

/** The deadline as the sweep of the national floor reads it; a share of the published time, and a day, besides. */
function termOf([{ law }, { answering, receipt }]: Asked, limit: Limit | undefined): Timed | undefined {
  const { effects } = law.program.compiled
  const effect = effects[answering!]!
  const { does } = effect
  const own = receipt === undefined ? undefined : effects[receipt]!
  const plain = limit ?? anyLimit
  if (does.op === 'onDay') {
    const second = effect.cutoff?.second ?? Infinity
    return { fact: does.fact, term: { k: 'received', of: { k: 'event' }, second } }
  }
  if (does.op === 'addShare') {
    const published = { ...effect, does: { ...does, op: 'published' as const } }
    const timed = timedOf(published, own)
    return timed && { fact: timed.fact, term: timed.term(shareOf(does.share, plain)) }
  }
  const timed = timedOf(effect, own)
  return timed && { fact: timed.fact, term: timed.term(plain) }
}

/** Asks at moments all over the window whether the clocks go as the law does, and in the order it does. */
function agree(
  { kind }: QuestionInfo,
  clocks: readonly [Clock, Clock],
  probe: Probe,
  pair: Pair,
  from: Moment,
  to: Moment,
): boolean {
  return samplesOf(from, to).every((at) => {
    const { before, after } = pair(factsAt(probe, at))
    const said = [before, after].map((answer) => momentOf(answer))
    const [first, second] = [clocks[0].at(at), clocks[1].at(at)]
    // A day is the same day wherever in it the clock stands; of days only the order is compared.
    return kind === 'day'
      ? Math.sign(said[1]! - said[0]!) === Math.sign(second - first)
      : said[0] === first && said[1] === second
  })
}

/** Every seventh hour of the year: which way it goes, and the widest apart. */
function samples(probes: readonly Probe[], pair: Pair, from: Moment, to: Moment): Found | undefined {
  const widest = { earlier: { by: 0, of: [] as Witness[] }, later: { by: 0, of: [] as Witness[] } }
  for (const probe of probes) {
    for (let at = from + 600; at < to; at += 7 * 3_600 + 780) {
      const witness = pair(factsAt(probe, at))
      const [a, b] = [momentOf(witness.before), momentOf(witness.after)]
      if (a === b) continue
      if (a === undefined || b === undefined) return { way: 'other', witnesses: [witness] }
      const most = b < a ? widest.earlier : widest.later
      if (Math.abs(b - a) > most.by) Object.assign(most, { by: Math.abs(b - a), of: [witness] })
    }
  }
  const { earlier, later } = widest
  if (earlier.by === 0 && later.by === 0) return undefined
  const way = later.by === 0 ? 'earlier' : earlier.by === 0 ? 'later' : 'mixed'
  return { way, witnesses: [...earlier.of, ...later.of] }
}

function momentOf(answer: unknown): Moment | undefined {
  if (typeof answer !== 'string') return undefined
  return toMoment((answer.length === 10 ? `${answer}T00:00:00+07:00` : answer) as Instant)
}

/** A year from the day the second law is asked on, as far as its calendar goes. */
function yearOf({ asOf, law: { calendar } }: Version): readonly [Moment, Moment] {
  const day = 86_400
  const last = midnightOf(calendar.to) - 180 * day
  const from = Math.max(midnightOf(calendar.from), Math.min(midnightOf(asOf), last - 365 * day))
  return [from, Math.min(from + 365 * day, last) - 1]
}
