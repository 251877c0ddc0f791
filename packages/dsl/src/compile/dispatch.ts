import type { InstantFact } from '../vocabulary/facts.ts'
import { type QuestionInfo, bindingFacts, questionOf } from '../vocabulary/questions.ts'
import type { Compiled, CompiledAct } from './compiled.ts'

/** Typed arrays over the tables: which version holds on a day, which effect answers in a cell. */
export interface Dispatch {
  /** First day of the axis, in days since 1970-01-01 of Vietnam's calendar. */
  readonly base: number
  /** Index of the province's act by day from `base`; -1 where none is in force. The last entry holds for ever. */
  readonly provinceOfDay: Int16Array
  readonly questions: ReadonlyMap<string, QuestionDispatch>
}

export interface QuestionDispatch {
  readonly info: QuestionInfo
  readonly dims: readonly string[]
  readonly cells: number
  readonly effects: Int16Array
  /** National act that answers the question, by day from `base`; -1 where none does. */
  readonly nationalOfDay: Int16Array
  /** Facts that choose the version, by provincial act; null where every act goes by the question's own. */
  readonly anchors: readonly (readonly InstantFact[])[] | null
}

export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000

export function dispatchOf(compiled: Compiled): Dispatch {
  const { acts, tables, effects } = compiled
  const edges = acts.flatMap(({ effectiveOn, endsBefore }) => [
    dayNumber(effectiveOn),
    ...(endsBefore === null ? [] : [dayNumber(endsBefore)]),
  ])
  const base = edges.length === 0 ? 0 : Math.min(...edges)
  const days = edges.length === 0 ? 1 : Math.max(...edges) - base + 1
  const questions = new Map(
    tables.map((table): [string, QuestionDispatch] => {
      const info = questionOf.get(table.question)!
      const answered = (act: number) => rowOf(table, act).some((effect) => effect >= 0)
      return [
        table.question,
        {
          info,
          dims: table.dims,
          cells: table.cells,
          effects: Int16Array.from(table.effects),
          nationalOfDay: axis(acts, base, days, (act, i) => act.national && answered(i)),
          anchors: anchorsOf(info, acts, (act) => {
            const found = rowOf(table, act).find((effect) => effect >= 0)
            return found === undefined ? info.binds : effects[found]!.binds
          }),
        },
      ]
    }),
  )
  return { base, provinceOfDay: axis(acts, base, days, (act) => !act.national), questions }
}

const rowOf = (table: { effects: readonly number[]; cells: number }, act: number): readonly number[] =>
  table.effects.slice(act * table.cells, (act + 1) * table.cells)

function axis(
  acts: readonly CompiledAct[],
  base: number,
  days: number,
  counts: (act: CompiledAct, index: number) => boolean,
): Int16Array {
  const found = new Int16Array(days).fill(-1)
  for (const [i, act] of acts.entries()) {
    if (!counts(act, i)) continue
    const from = dayNumber(act.effectiveOn) - base
    const to = act.endsBefore === null ? days : dayNumber(act.endsBefore) - base
    found.fill(i, from, to)
  }
  return found
}

/** The entry of an axis for a day; after its end the last one holds. */
export function onDay(found: Int16Array, base: number, day: number): number {
  const at = day - base
  if (at < 0) return -1
  return found[Math.min(at, found.length - 1)]!
}

function anchorsOf(
  info: QuestionInfo,
  acts: readonly CompiledAct[],
  binding: (act: number) => QuestionInfo['binds'],
): readonly (readonly InstantFact[])[] | null {
  const own = acts.flatMap((act, i) => (act.national ? [] : [binding(i)]))
  if (own.every((one) => one === info.binds)) return null
  return own.map((one) => {
    const facts = bindingFacts[one].filter((fact) => info.anchors.includes(fact))
    return one === info.binds ? info.anchors : [...facts, ...info.anchors]
  })
}
