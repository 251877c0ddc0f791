import {
  type Moment,
  type WorkCalendar,
  addCalendarDays,
  addMonths,
  addWorkingDays,
  addWorkingSeconds,
  dayNumberOf,
  nextWorkingMoment,
  subtractWorkingDays,
  subtractWorkingSeconds,
} from '@motcua/calendar'
import type { Operation } from '../compile/compiled.ts'
import { dawnOf, midnightBefore, midnightOf } from '../compile/days.ts'
import { stableJson } from '../compile/stable.ts'
import { questionOf } from '../vocabulary/questions.ts'
import { type BoundProgram, calendarOf } from './bind.ts'
import type { Facts } from './facts.ts'
import { find } from './find.ts'
import { noDayRule, noUnit, op, place, planOf, planUnits, stride } from './plans.ts'
import { receivedAt, startOnReceipt } from './receipt.ts'
import { type Layout, type Register, asOfSlot, factsIn, firstMoment, layoutOf } from './register.ts'
import { outsideCalendar, workOut } from './work.ts'

/**
 * A question of one tenant's law made ready to be asked a great many times: which version holds on a day, which case
 * holds in a cell and what it does, all as numbers. It answers what `ask` answers; whatever has no such form is asked
 * the ordinary way.
 */
export interface Prepared {
  readonly bound: BoundProgram
  readonly layout: Layout
  /** The office hours the question is counted in. */
  readonly calendar: WorkCalendar
  /** First day of the axis, in days since 1970-01-01 of Vietnam's calendar. */
  readonly base: number
  /** By day from `base`, the last for ever: the stretch of days with one law. The stretch before `base` is 0. */
  readonly stretchOfDay: Uint16Array
  /** By stretch and cell: the plan, and the effect it is made of; -1 where nothing regulates it. */
  readonly planAt: Uint16Array
  readonly effectAt: Int16Array
  readonly plans: Int32Array
  /** The fact that chooses the version where `asOf` is not given, as a place of the register; several in their order. */
  readonly anchors: readonly number[]
  /** The answers that no fact changes, by effect, as they have been asked for. */
  readonly texts: Map<number, string>
  /** True where one moment cannot choose the version, so that every answer is asked. */
  readonly asked: boolean
}

/** Makes a question ready. Throws UnknownQuestion. */
export function prepare(bound: BoundProgram, question: string): Prepared {
  const layout = layoutOf(question)
  const { info } = layout
  const { dispatch } = bound.program
  const receipt = info.receipt === undefined ? undefined : questionOf.get(info.receipt)!
  const days = dispatch.edges
  const base = days[0] ?? 0
  const stretchOfDay = new Uint16Array(days.length === 0 ? 1 : days.at(-1)! - base + 1)
  for (const [i, day] of days.entries()) stretchOfDay.fill(i + 1, day - base)
  const plans: Int32Array[] = []
  const known = new Map<string, number>()
  const effectAt: number[] = []
  const planAt = [base - 1, ...days].flatMap((day) =>
    layout.cells.map((_, cell) => {
      const row = new Float64Array(layout.size).fill(NaN)
      row[asOfSlot] = dawnOf(day)
      const facts = factsIn(layout, row, cell)
      const { effect, touched } = find(bound.program, info, facts)
      effectAt.push(effect ? touched.at(-1)! : -1)
      const plan = planOf(layout, effect, receipt && find(bound.program, receipt, facts).effect)
      const key = plan.join()
      if (!known.has(key)) known.set(key, plans.push(plan) - 1)
      return known.get(key)!
    }),
  )
  const own = [info, ...(receipt ? [receipt] : [])]
  return {
    bound,
    layout,
    calendar: calendarOf(bound, info),
    base,
    stretchOfDay,
    planAt: Uint16Array.from(planAt),
    effectAt: Int16Array.from(effectAt),
    plans: Int32Array.from(plans.flatMap((plan) => [...plan])),
    texts: new Map(),
    anchors: info.anchors.map((fact) => firstMoment + layout.moments.indexOf(fact)),
    asked: own.some(({ key, anchors }) => {
      const question = dispatch.questions.get(key)
      return question?.anchors || question?.changes || anchors[0] !== info.anchors[0]
    }),
  }
}

/**
 * The moment a deadline ends, or the beginning of the day that answers a question of a day; NaN where nothing regulates
 * it. No object is made. Throws what `ask` throws of the same facts.
 */
export function momentOf(prepared: Prepared, row: Register, cell: number): Moment {
  const at = placeFor(prepared, row, cell)
  if (at < 0) return askedMoment(prepared, row, cell)
  try {
    return worked(prepared, prepared.planAt[at]! * stride, row, cell)
  } catch (cause) {
    throw outsideCalendar(prepared.layout.info, cause)
  }
}

/** The ordinary way, where the plan does not say it or the facts do not suffice for it. */
const askedMoment = (prepared: Prepared, row: Register, cell: number): Moment =>
  momentAsked(prepared, factsIn(prepared.layout, row, cell))

/** The same moment, asked with facts that no register holds. */
export function momentAsked({ bound, layout }: Prepared, facts: Facts): Moment {
  const { outcome } = workOut(bound, layout.info, facts)
  if (!outcome) return NaN
  const { due, day } = outcome.trace
  return due ?? (day === undefined ? NaN : midnightOf(day))
}

/**
 * What answers in words, lists or amounts: the answer as stable JSON, the same text for the same answer; `null` where
 * nothing regulates it. An answer that no fact changes is written once. Throws what `ask` throws of the same facts.
 */
export function answerText(prepared: Prepared, row: Register, cell: number): string {
  const { bound, layout, texts } = prepared
  const effect = caseOf(prepared, row, cell)
  if (effect < 0) return 'null'
  const known = texts.get(effect)
  if (known !== undefined) return known
  const text = textAsked(prepared, factsIn(layout, row, cell))
  if (constant.has(bound.program.compiled.effects[effect]!.does.op)) texts.set(effect, text)
  return text
}

/** The same text, asked with facts that no register holds. */
export function textAsked({ bound, layout }: Prepared, facts: Facts): string {
  return stableJson(workOut(bound, layout.info, facts).outcome?.value ?? null)
}

/** Operations whose answer no fact changes. */
const constant: ReadonlySet<Operation['op']> = new Set(['channels', 'list', 'flag', 'count', 'word'])

/** Which effect of the tables answers; -1 where nothing regulates it. Throws what `ask` throws of missing facts. */
export function caseOf(prepared: Prepared, row: Register, cell: number): number {
  const at = placeFor(prepared, row, cell)
  if (at >= 0) return prepared.effectAt[at]!
  const { found } = workOut(prepared.bound, prepared.layout.info, factsIn(prepared.layout, row, cell))
  return found.effect ? found.touched.at(-1)! : -1
}

/** The place of the plan that answers, by stretch and cell; -1 where it must be asked. */
function placeFor(prepared: Prepared, row: Register, cell: number): number {
  if (prepared.asked) return -1
  let governs = row[asOfSlot]!
  for (let i = 0; governs !== governs && i < prepared.anchors.length; i++)
    governs = row[prepared.anchors[i]!]!
  if (governs !== governs) return -1
  const day = dayNumberOf(governs) - prepared.base
  const { stretchOfDay } = prepared
  const stretch = day < 0 ? 0 : stretchOfDay[day < stretchOfDay.length ? day : stretchOfDay.length - 1]!
  return stretch * prepared.layout.cells.length + cell
}

function worked(prepared: Prepared, at: number, row: Register, cell: number): Moment {
  const { plans } = prepared
  const { calendar } = prepared
  const code = plans[at + place.op]!
  if (code === op.silent) return NaN
  const event = row[plans[at + place.slot]!]!
  if (code === op.asked || event !== event) return askedMoment(prepared, row, cell)
  const n = plans[at + place.n]!
  const unit = plans[at + place.unit]!
  switch (code) {
    case op.add:
      return counted(calendar, startFrom(calendar, plans, at, event), n, unit)
    case op.published: {
      const [limit, limitUnit] = [row[prepared.layout.limitN]!, row[prepared.layout.limitUnit]!]
      if (!(limitUnit < planUnits.length)) return askedMoment(prepared, row, cell)
      return counted(calendar, startFrom(calendar, plans, at, event), limit, limitUnit)
    }
    case op.before:
      return unit === 0
        ? subtractWorkingSeconds(calendar, event, n * 3_600)
        : subtractWorkingDays(calendar, event, n)
    case op.later: {
      const other = row[plans[at + place.slot2]!]!
      if (other !== other) return askedMoment(prepared, row, cell)
      const unit2 = plans[at + place.unit2]!
      const a = unit === noUnit ? event : added(calendar, event, n, unit)
      const b = unit2 === noUnit ? other : added(calendar, other, plans[at + place.n2]!, unit2)
      return a > b ? a : b
    }
    default:
      return midnightBefore(receivedAt(calendar, event, plans[at + place.cutoff]!))
  }
}

/** Where the clock starts: the day of receipt moves it, then the office hours. */
function startFrom(calendar: WorkCalendar, plans: Int32Array, at: number, event: Moment): Moment {
  const cutoff = plans[at + place.cutoff]!
  const start = cutoff === noDayRule ? event : startOnReceipt(calendar, event, cutoff)
  return plans[at + place.outside] === 1 ? nextWorkingMoment(calendar, start) : start
}

function counted(calendar: WorkCalendar, start: Moment, n: number, unit: number): Moment {
  return n === 0 && unit === 0 ? nextWorkingMoment(calendar, start) : added(calendar, start, n, unit)
}

function added(calendar: WorkCalendar, from: Moment, n: number, unit: number): Moment {
  if (unit === 0) return addWorkingSeconds(calendar, from, n * 3_600)
  if (unit === 1) return addWorkingDays(calendar, from, n)
  return unit === 2 ? addCalendarDays(calendar, from, n) : addMonths(calendar, from, n)
}
