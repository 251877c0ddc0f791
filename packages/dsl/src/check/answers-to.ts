import type { Compiled, CompiledEffect } from '../compile/compiled.ts'
import { rowOf } from '../compile/dispatch.ts'
import { type QuestionInfo, questionOf } from '../vocabulary/questions.ts'

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
