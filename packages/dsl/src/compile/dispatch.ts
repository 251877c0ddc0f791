import { dayNumber } from './days.ts'
import type { InstantFact } from '../vocabulary/facts.ts'
import { type Binding, type QuestionInfo, bindingFacts, questionOf } from '../vocabulary/questions.ts'
import type { Compiled, CompiledAct, CompiledTransition, QuestionTable, TablePeriod } from './compiled.ts'

/** Typed arrays over the tables: which version holds on a day, which effect answers in a cell. */
export interface Dispatch {
  /** First day of the axis, in days since 1970-01-01 of Vietnam's calendar. */
  readonly base: number
  /** The days on which the law may change, in order. */
  readonly edges: readonly number[]
  /** Index of the province's act by day from `base`; -1 where none is in force. The last entry holds for ever. */
  readonly provinceOfDay: Int16Array
  readonly questions: ReadonlyMap<string, QuestionDispatch>
}

/** The tables of one question: which row holds on a day, which effect answers in a cell. */
export interface QuestionDispatch {
  readonly dims: readonly string[]
  readonly cells: number
  readonly effects: Int16Array
  /** National act that answers the question, by day from `base`; -1 where none does. */
  readonly nationalOfDay: Int16Array
  /** Where rules have days of their own: the row of an act by day from `base`, by act; null for an act with one row. */
  readonly rowOfDay: readonly (Int16Array | null)[] | null
  /** Facts that choose the version, by row of a provincial act; null where all go by the question's own. */
  readonly anchors: readonly Slot[] | null
  /** Changes of the province's law and what running matters follow; null where no text says so. */
  readonly changes: readonly Change[] | null
}

/** A row of a provincial act and the facts that choose it. */
interface Slot {
  readonly act: number
  readonly row: number
  readonly facts: readonly InstantFact[]
}

/** A day from which other rules of the province answer; `clause` where they say what running matters follow. */
export interface Change {
  readonly day: number
  readonly clause: CompiledTransition | null
}

/** Lays the tables out by day and cell, so that an answer is found without a search. */
export function dispatchOf(compiled: Compiled): Dispatch {
  const { acts, tables } = compiled
  const edges = [
    ...acts.flatMap(({ effectiveOn, endsBefore }) => [
      effectiveOn,
      ...(endsBefore === null ? [] : [endsBefore]),
    ]),
    ...tables.flatMap(({ periods }) => (periods ?? []).map(({ from }) => from)),
  ]
  const edgeDays = [...new Set(edges)].map(dayNumber).toSorted((a, b) => a - b)
  const base = edgeDays[0] ?? 0
  const days = edgeDays.length === 0 ? 1 : edgeDays.at(-1)! - base + 1
  const amenders = new Set(acts.flatMap(({ amendedBy }) => amendedBy ?? []))
  const questions = new Map(
    tables.map((table): [string, QuestionDispatch] => {
      const info = questionOf.get(table.question)!
      const slots = rowsOf(acts, table)
      return [
        table.question,
        {
          dims: table.dims,
          cells: table.cells,
          effects: Int16Array.from(table.effects),
          nationalOfDay: nationalAxis(compiled, amenders, table, slots, base, days),
          rowOfDay: table.periods ? rowAxes(acts, table.periods, base, days) : null,
          anchors: anchorsOf(
            info,
            slots.filter(({ act }) => !acts[act]!.national),
            (row) => bindingOf(compiled, table, row),
          ),
          changes: changesOf(compiled, table, slots),
        },
      ]
    }),
  )
  const provinceOfDay = axis(acts, base, days, (act, i) => !act.national && !amenders.has(i))
  return { base, edges: edgeDays, provinceOfDay, questions }
}

/** The effect in each cell of a row of a table; -1 where there is none. */
export const rowOf = ({ effects, cells }: QuestionTable, row: number): readonly number[] =>
  effects.slice(row * cells, (row + 1) * cells)

/** The rows of a question with the stretch of days each holds in; `until` is the first day after it. */
export function rowsOf(acts: readonly CompiledAct[], { periods = [] }: QuestionTable): Row[] {
  return acts.flatMap(({ effectiveOn, endsBefore }, act) => {
    const own = periods.filter((one) => one.act === act)
    if (own.length === 0) return [{ act, row: act, from: effectiveOn, until: endsBefore }]
    return own.map(({ row, from }, i) => ({ act, row, from, until: own[i + 1]?.from ?? endsBefore }))
  })
}

/** A row of a question's table with the act it is of and the days it holds on. */
export interface Row {
  readonly act: number
  readonly row: number
  readonly from: string
  readonly until: string | null
}

/** The row of each act with several, by day. */
function rowAxes(
  acts: readonly CompiledAct[],
  periods: readonly TablePeriod[],
  base: number,
  days: number,
): (Int16Array | null)[] {
  return acts.map((_, act) => {
    const own = periods.filter((one) => one.act === act)
    if (own.length === 0) return null
    const found = new Int16Array(days).fill(own[0]!.row)
    for (const { from, row } of own) found.fill(row, dayNumber(from) - base)
    return found
  })
}

/** The row of an act that holds on a day. */
export function rowAt({ rowOfDay }: QuestionDispatch, base: number, act: number, day: number): number {
  const axis = rowOfDay?.[act]
  return axis ? onDay(axis, base, Math.max(day, base)) : act
}

/** Which national act answers on a day, itself or by what amends it. */
function nationalAxis(
  { acts, effects }: Compiled,
  amenders: ReadonlySet<number>,
  table: QuestionTable,
  slots: readonly Row[],
  base: number,
  days: number,
): Int16Array {
  const found = new Int16Array(days).fill(-1)
  // A value that is not recorded is reached by those who refer to it, and is no floor for anyone else.
  const isFloor = (effect: number) => effect >= 0 && effects[effect]!.does.op !== 'notRecorded'
  const rows = slots.filter(({ row }) => rowOf(table, row).some(isFloor))
  for (const [i, act] of acts.entries()) {
    if (!act.national || amenders.has(i)) continue
    const own = rows.filter(({ act: of }) => of === i || act.amendedBy?.includes(of))
    if (own.length === 0) continue
    const [first, last] = [
      dayNumber(act.effectiveOn),
      act.endsBefore === null ? Infinity : dayNumber(act.endsBefore),
    ]
    for (const { from, until } of own) {
      const to = Math.min(last, until === null ? Infinity : dayNumber(until), base + days)
      found.fill(i, Math.max(first, dayNumber(from)) - base, to - base)
    }
  }
  return found
}

const bindingOf = ({ effects }: Compiled, table: QuestionTable, row: number): Binding | undefined => {
  const found = rowOf(table, row).find((effect) => effect >= 0)
  return found === undefined ? undefined : effects[found]!.binds
}

/** The days on which the province's rules for a question change, where at least one says what running matters follow. */
function changesOf({ acts, effects }: Compiled, table: QuestionTable, rows: readonly Row[]): Change[] | null {
  const changes = rows
    .filter(({ act }) => !acts[act]!.national)
    .map(({ act, row, from }): Change => {
      const own = rowOf(table, row).find((effect) => effect >= 0 && effects[effect]!.transition)
      const start = from === acts[act]!.effectiveOn
      return {
        day: dayNumber(from),
        clause:
          (own === undefined ? undefined : effects[own]!.transition) ??
          (start ? acts[act]!.transition : undefined) ??
          null,
      }
    })
  if (changes.every(({ clause }) => clause === null)) return null
  return changes.toSorted((a, b) => a.day - b.day)
}

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
  rows: readonly Row[],
  binding: (row: number) => Binding | undefined,
): Slot[] | null {
  const slots = rows.map(({ act, row }) => ({ act, row, binds: binding(row) ?? info.binds }))
  if (slots.every(({ binds }) => binds === info.binds)) return null
  return slots.map(({ act, row, binds }) => {
    const facts = bindingFacts[binds].filter((fact) => info.anchors.includes(fact))
    return { act, row, facts: binds === info.binds ? info.anchors : [...facts, ...info.anchors] }
  })
}
