import { type Instant, type Moment, type WorkCalendar, edgesBetween, toMoment } from '@motcua/calendar'
import type { Compiled, CompiledEffect } from '../compile/compiled.ts'
import { decide } from '../evaluate/decide.ts'
import type { InstantFact } from '../vocabulary/facts.ts'
import { type QuestionInfo, questionOf } from '../vocabulary/questions.ts'
import { noFacts } from './floor/answers.ts'
import { rowOf } from './floor/pairs.ts'
import type { Clock } from './sweep/clock.ts'

/** An effect that answers a question for a regulation: its own, or that of the act it refers to or inherits from. */
export interface Answering {
  readonly question: QuestionInfo
  readonly effect: CompiledEffect
  /** Its place in the tables. */
  readonly index: number
  readonly own: boolean
}

/** Every effect that answers a question for an act, its own ones first, without the references themselves. */
export function answersTo({ tables, effects, acts }: Compiled, act: number, key: string): Answering[] {
  const question = questionOf.get(key)
  const table = tables.find((one) => one.question === key)
  if (!question || !table) return []
  const of = (row: number, own: boolean): Answering[] =>
    [...new Set(rowOf(table, row))]
      .filter((index) => index >= 0 && effects[index]!.does.op !== 'follow')
      .map((index) => ({ question, effect: effects[index]!, index, own }))
  const national = acts.flatMap((one, i) => (one.national && i !== act ? [i] : []))
  return [...of(act, true), ...national.flatMap((one) => of(one, false))]
}

/** A deadline as the evaluator works it out, moment by moment: slow, and right whatever it is made of. */
export function momently(
  { effect, question }: Pick<Answering, 'effect' | 'question'>,
  calendar: WorkCalendar,
): Clock {
  const does = effect.does as { fact: InstantFact; n: number }
  const days = does.n * 86_400
  return {
    at: (moment) => {
      const facts = { ...noFacts, moments: { [does.fact]: moment } }
      return toMoment(decide({ question, effect, facts, calendar }).value as Instant)
    },
    // Whether it counts days of the calendar or hours of the clock, it breaks nowhere else.
    breaks: (from, to, into) => {
      for (const edge of edgesBetween(calendar, from - days, to + days)) into.push(edge, edge + days)
    },
    reaching: (moment: Moment, into) => void into.push(moment, moment + days),
  }
}
