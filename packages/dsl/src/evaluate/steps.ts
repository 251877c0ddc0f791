import {
  type Moment,
  type WorkCalendar,
  dayNumberOf,
  daysOffBetween,
  isProvisional,
  openingAfter,
  workedStretches,
  workingDaysWithin,
} from '@motcua/calendar'
import { clockSeconds } from './add.ts'
import type { Unit } from '../ast/nodes.ts'
import type { LegalBasis } from '../compile/compiled.ts'
import { dayNumber } from '../compile/days.ts'
import type { Bilingual } from '../source/diagnostic.ts'
import { questionOf } from '../vocabulary/questions.ts'
import type { BoundProgram } from './bind.ts'
import type { Case, Outcome } from './case.ts'
import type { FigureOperation } from '../compile/figures.ts'
import type { FigureReason } from './explain-figures.ts'
import { type TimeStep, boundSteps, howSteps, metSteps } from './time-steps.ts'
import { UnknownQuestion, readFacts } from './facts.ts'
import type { Path } from './find.ts'
import { type ForceStep, forceInto } from './force-steps.ts'
import type { Move, Trace } from './trace.ts'
import { type Worked, workOut } from './work.ts'

/** The places of the law a step rests on, and how they came to hold in this province. */
export interface Ground {
  readonly path: Path
  readonly cites: readonly LegalBasis[]
  /** For a delegation: the places of the province's text that refer to the national act. */
  readonly through: readonly LegalBasis[]
}

/**
 * One step of an answer, as plain data: moments in seconds, days numbered from 1970-01-01, places of the law as the
 * tables hold them. Sentences are made of these and of nothing else.
 */
export type Step =
  /** Which act answers: its place in the program; `-1` where none does. */
  | { readonly k: 'version'; readonly act: number; readonly path: Path }
  | { readonly k: 'reading'; readonly id: string }
  | { readonly k: 'happened'; readonly event: string; readonly at: Moment }
  /** It counts as received on the day it happened. */
  | { readonly k: 'received'; readonly event: string; readonly at: Moment; readonly on: number }
  /** An hour clock opened outside office hours, without a rule that moves it. */
  | { readonly k: 'opens'; readonly event: string; readonly at: Moment; readonly from: Moment }
  /** A rule moves the moment that is counted from; `event` is null where another move came before. */
  | {
      readonly k: 'moved'
      readonly event: string | null
      readonly why: Move['why']
      readonly from: Moment
      readonly to: Moment
      readonly second: number | undefined
      readonly inclusive?: boolean
      /** It is due there, and does not count from there. */
      readonly opening?: boolean
      readonly cites: readonly LegalBasis[]
    }
  | {
      readonly k: 'term'
      readonly question: string
      readonly n: number
      readonly unit: Unit
      readonly share: Trace['share'] | undefined
      readonly published: boolean
      readonly backwards: boolean
      readonly ground: Ground
    }
  | (TimeStep & { readonly ground: Ground })
  /** Working hours: the parts of sessions that were used, `[from, to, from, to …]`. */
  | { readonly k: 'hours'; readonly worked: readonly Moment[]; readonly daysOff: readonly number[] }
  /** Days: the first and the last that were counted, where any was. */
  | {
      readonly k: 'days'
      readonly n: number
      readonly unit: Unit
      readonly backwards: boolean
      readonly counted: readonly [first: number, last: number] | null
      readonly daysOff: readonly number[]
    }
  | { readonly k: 'due'; readonly at: Moment }
  | {
      readonly k: 'value'
      readonly question: string
      readonly value: unknown
      readonly share: Trace['share'] | undefined
      /** How a statement of figures came to it. */
      readonly figure: FigureReason | undefined
      readonly ground: Ground
    }
  /** The law has a rule, but its value is not recorded. */
  | {
      readonly k: 'notRecorded'
      readonly question: string
      readonly why: Bilingual
      readonly ground: Ground
    }
  | { readonly k: 'provisional' }
  | { readonly k: 'silent'; readonly question: string }
  | ForceStep

/**
 * Why the law answers as it does, step by step, from the same tables and the same working that give the answer.
 * Throws what `ask` throws.
 */
export function steps(
  bound: BoundProgram,
  question: string,
  facts: Readonly<Record<string, unknown>>,
): readonly Step[] {
  const info = questionOf.get(question)
  if (!info) throw new UnknownQuestion(question)
  const worked = workOut(bound, info, readFacts(info, facts))
  const list: Step[] = [{ k: 'version', act: worked.one?.effect.act ?? -1, path: worked.found.path }]
  for (const id of worked.one?.effect.readings ?? []) list.push({ k: 'reading', id })
  return reasonsInto(list, bound, question, worked)
}

/** The steps from what happened to the answer. */
export function reasonSteps(bound: BoundProgram, question: string, worked: Worked): readonly Step[] {
  return reasonsInto([], bound, question, worked)
}

function reasonsInto(list: Step[], bound: BoundProgram, question: string, worked: Worked): readonly Step[] {
  const { found, one, outcome } = worked
  if (!one || !outcome) {
    list.push({ k: 'silent', question })
    forceInto(list, bound, question, worked)
    return list
  }
  const { trace } = outcome
  const ground: Ground = { path: found.path, cites: one.effect.cites, through: found.through }
  const { does } = one.effect
  if (does.op === 'notRecorded') {
    list.push({ k: 'notRecorded', question, why: does.why, ground })
    return list
  }
  if (trace.event !== undefined) begin(list, trace)
  if (trace.due !== undefined) {
    term(list, one, trace, ground)
    if (trace.met) say(list, metSteps(trace), ground)
    count(list, one, trace, ground)
    if (trace.ceiling || trace.shifts) say(list, boundSteps(trace), ground)
    list.push({ k: 'due', at: trace.due })
    if (one.effect.atEnd) list.push({ k: 'end', ...one.effect.atEnd, ground })
  } else if (trace.stands) {
    term(list, one, trace, ground)
    say(list, metSteps(trace), ground)
    list.push({ k: 'stands', stretch: trace.stands, ground })
  } else if (trace.day === undefined) list.push(valueStep(question, one, outcome, ground))
  forceInto(list, bound, question, worked)
  if (isProvisionalTrace(one.calendar, trace)) list.push({ k: 'provisional' })
  return list
}

/** Past the day up to which the calendar is announced, every date is provisional. */
export function isProvisionalTrace(calendar: WorkCalendar, { due, day }: Trace): boolean {
  if (due !== undefined) return isProvisional(calendar, due)
  return day !== undefined && day > calendar.knownThrough
}

function say(list: Step[], steps: readonly TimeStep[], ground: Ground): void {
  for (const step of steps) list.push({ ...step, ground })
}

/** When it happened and, where a rule moves it, from when it counts. */
function begin(list: Step[], { event, eventAt, moves, start, began = start, day }: Trace): void {
  const [name, at] = [event!, eventAt!]
  if (moves.length > 0) {
    for (const [i, { why, from, to, second, cites, inclusive, opening }] of moves.entries()) {
      const more = { ...(inclusive && { inclusive }), ...(opening && { opening }) }
      list.push({ k: 'moved', event: i === 0 ? name : null, why, from, to, second, cites, ...more })
    }
  } else if (day !== undefined) list.push({ k: 'received', event: name, at, on: dayNumber(day) })
  else if (began !== undefined && began > at) list.push({ k: 'opens', event: name, at, from: began })
  else list.push({ k: 'happened', event: name, at })
}

/** What is owed and by which article. */
function term(list: Step[], { question, effect }: Case, trace: Trace, ground: Ground): void {
  const how = howSteps(trace)
  if (how) {
    list.push({ ...how, ground })
    return
  }
  list.push({
    k: 'term',
    question: question.key,
    n: trace.n!,
    unit: trace.unit!,
    share: trace.share,
    published: effect.does.op === 'published',
    backwards: trace.backwards === true,
    ground,
  })
}

/** How the hours or days of a term were counted: what was used, and every day left out. */
function count(list: Step[], { calendar }: Case, trace: Trace, ground: Ground): void {
  const { start, due, unit, n, eventAt = start, backwards = false } = trace
  if (start === undefined || due === undefined || unit === undefined || n === undefined || n === 0) return
  if (otherwiseSaid(trace)) return
  if (clockSeconds[unit] !== undefined) {
    list.push({ k: 'clock', from: Math.min(start, due), to: Math.max(start, due), ground })
    return
  }
  const daysOff =
    unit === 'working-hour' || unit === 'working-day'
      ? daysOffBetween(calendar, Math.min(eventAt!, start, due), Math.max(start, due))
      : []
  if (unit === 'working-hour') {
    list.push({ k: 'hours', worked: workedStretches(calendar, start, due), daysOff })
    return
  }
  list.push({ k: 'days', n, unit, backwards, counted: countedDays(calendar, trace), daysOff })
}

/** Where terms follow one another, or a pause, a ceiling or an outage cut in, their own steps say what was counted. */
const otherwiseSaid = ({ legs, ceiling, shifts, met }: Trace): boolean =>
  legs !== undefined ||
  shifts !== undefined ||
  ceiling?.reached === true ||
  met?.some(({ effect }) => effect === 'exclude') === true

/** The first and last day of a count; the day that starts a term is not counted. */
function countedDays(
  calendar: WorkCalendar,
  { start, due, unit, backwards }: Trace,
): [number, number] | null {
  const [first, last] = [Math.min(start!, due!), Math.max(start!, due!)]
  if (unit !== 'working-day') {
    const [from, to] = [dayNumberOf(first) + 1, dayNumberOf(last)]
    return from <= to ? [from, to] : null
  }
  const days = workingDaysWithin(calendar, first, last)
  if (backwards) return days > 1 ? [dayNumberOf(first), dayNumberOf(last)] : null
  const from = days > 0 ? dayNumberOf(openingAfter(calendar, first)) : Infinity
  return from <= dayNumberOf(last) ? [from, dayNumberOf(last)] : null
}

/** An answer that is not a date. */
function valueStep(
  question: string,
  { effect, facts }: Case,
  { value, trace, cites, figure }: Outcome,
  ground: Ground,
): Step {
  // A class told by comparing days rests on the line that told it, and on that alone.
  const compared = effect.does.op === 'compare' && cites[0]
  const graded = effect.does.op === 'grade' && cites.length > 0
  return {
    k: 'value',
    question,
    value,
    share: trace.share,
    figure: figure ? { does: effect.does as FigureOperation, figure, facts } : undefined,
    ground: compared
      ? { path: 'answered', cites: [compared], through: [] }
      : graded
        ? { ...ground, cites }
        : ground,
  }
}
