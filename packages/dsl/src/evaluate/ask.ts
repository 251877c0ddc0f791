import {
  type Instant,
  type Moment,
  type Strip,
  type StripDay,
  type StripOptions,
  addDays,
  fromMoment,
  strip,
} from '@motcua/calendar'
import type { EndAct, Unit } from '../ast/nodes.ts'
import type { LegalBasis } from '../compile/compiled.ts'
import { midnightOf } from '../compile/days.ts'
import { unique } from '../compile/effects.ts'
import type { Bilingual } from '../source/diagnostic.ts'
import { type Binding, questionOf } from '../vocabulary/questions.ts'
import type { BoundProgram } from './bind.ts'
import type { Case, Outcome } from './case.ts'
import { explain } from './explain.ts'
import type { ReasonSentence } from './sentence.ts'
import { UnknownQuestion, readFacts } from './facts.ts'
import type { Found, Path } from './find.ts'
import { dateOfMoment } from './say.ts'
import { isProvisionalTrace, reasonSteps } from './steps.ts'
import type { Trace } from './trace.ts'
import { type Worked, workOut } from './work.ts'

/** The date strip of the calendar, with the English name of holidays, swaps and closures. */
export type NamedStrip = Strip & { readonly days: readonly (StripDay & { readonly nameEn?: string })[] }

/** An answer of the regulation in force, with its article, its reasons and, for a date, the picture of it. */
export interface Answer<T = unknown> {
  readonly question: string
  readonly facts: Readonly<Record<string, unknown>>
  /** Null where neither the province nor the nation regulates it. */
  readonly answer: T
  readonly basis: readonly LegalBasis[]
  readonly path: Path
  /** True where the answer passes the day up to which the calendar is known. */
  readonly provisional: boolean
  /** Hash of the program that answered. */
  readonly program: string
  readonly because: readonly ReasonSentence[]
  readonly strip?: NamedStrip
  /** The moment the clock began to run; only of deadlines. */
  readonly startedAt?: Instant
  /** When a rule of this question takes hold of a dossier (AMB-17). */
  readonly binds: Binding
  /** The channel taken where nothing is chosen; only of sets whose rule names one. */
  readonly defaultChannel?: string
  /** Why the value of the rule is not recorded, where it is not; then the answer is null. */
  readonly note?: Bilingual
  /** What becomes of the dossier when the time has passed; only of times given to an applicant. */
  readonly atEnd?: EndAct
  /** Entries of the register of interpretations the answer rests on. */
  readonly readings: readonly string[]
  /** Only where a transition clause chose the rule: what it says, which rule it took, and the answers of both. */
  readonly transition?: {
    readonly choice: 'old' | 'new' | 'better'
    readonly took: 'old' | 'new'
    readonly old?: unknown
    readonly new?: unknown
  }
}

/** The bare answer: what `rules eval` prints, and what a replay of many dossiers needs. */
export interface BareAnswer {
  readonly answer: unknown
  readonly basis: readonly LegalBasis[]
  readonly path: Path
  readonly provisional: boolean
}

/**
 * Asks a question of the tenant's law. Facts are plain JSON, instants ISO 8601; `asOf` chooses the version in force.
 * Throws UnknownQuestion and BadFacts; whatever the law says, silence included, is an answer.
 */
export function ask(bound: BoundProgram, question: string, facts: Readonly<Record<string, unknown>>): Answer {
  const worked = work(bound, question, facts)
  const { found, one, outcome } = worked
  const head = { question, facts, path: found.path, program: bound.program.hash, ...transitionOf(worked) }
  const office = one && one.calendar !== bound.calendar ? { ...bound, calendar: one.calendar } : bound
  const because = explain(office, reasonSteps(bound, question, worked))
  if (!one || !outcome) {
    const { binds } = questionOf.get(question)!
    return {
      ...head,
      answer: null,
      basis: [],
      provisional: false,
      because,
      binds,
      readings: [],
    }
  }
  const { trace } = outcome
  const { does, binds, readings, atEnd } = one.effect
  return {
    ...head,
    answer: outcome.value,
    basis: basisOf(found, one, outcome),
    provisional: isProvisionalTrace(one.calendar, trace),
    because,
    ...(trace.due === undefined
      ? {}
      : {
          startedAt: fromMoment(trace.start ?? trace.due),
          strip: picture(office, trace, trace.due),
        }),
    ...(atEnd && { atEnd: atEnd.act }),
    ...(does.op === 'channels' && does.default !== null ? { defaultChannel: does.default } : {}),
    ...(does.op === 'notRecorded' ? { note: does.why } : {}),
    binds,
    readings: [...new Set([...readings, ...(trace.met ?? []).flatMap((met) => met.readings)])],
  }
}

/** What a transition clause decided, with what both rules answer where the better one was taken. */
function transitionOf({ running }: Worked): Pick<Answer, 'transition'> {
  if (!running) return {}
  const { choice, took, old, other } = running
  const both = old && other ? { old: old.outcome?.value ?? null, new: other.outcome?.value ?? null } : {}
  return { transition: { choice, took, ...both } }
}

/** The date strip, from the event itself to the due moment; days off by name carry their English name too. */
function picture({ calendar, names }: BoundProgram, trace: Trace, due: Moment): NamedStrip {
  const start = trace.start ?? due
  const still = standingStill(trace)
  const options = {
    ...(trace.unit && { unit: drawnUnit(trace.unit) }),
    ...(start < due && { runsFrom: start }),
    ...(still.length > 0 && { still }),
  }
  const drawn = strip(calendar, Math.min(trace.eventAt ?? start, start), due, options)
  const days = drawn.days.map((one) => {
    const nameEn = one.name === undefined ? undefined : names.get(one.date)?.en
    return nameEn === undefined ? one : { ...one, nameEn }
  })
  return { ...drawn, days }
}

const drawnUnit = (unit: Unit): NonNullable<StripOptions['unit']> =>
  unit === 'minute' || unit === 'clock-hour' ? 'clock' : unit

/** What the picture leaves out for pauses: to the second of an hour clock, whole days of a day clock. */
function standingStill({ met = [], unit }: Trace): { from: Moment; to: Moment }[] {
  const byHours = unit === 'working-hour' || unit === 'minute' || unit === 'clock-hour'
  return met.flatMap(({ effect, from, to }) => {
    if (effect !== 'exclude' || to === undefined) return []
    if (byHours) return [{ from, to }]
    const dawnAfter = (at: Moment) => midnightOf(addDays(dateOfMoment(at), 1))
    const [first, last] = [dawnAfter(from), dawnAfter(to)]
    return first < last ? [{ from: first, to: last }] : []
  })
}

/** The answer without its reasons. */
export function askBare(
  bound: BoundProgram,
  question: string,
  facts: Readonly<Record<string, unknown>>,
): BareAnswer {
  const { found, one, outcome } = work(bound, question, facts)
  if (!one || !outcome) return { answer: null, basis: [], path: found.path, provisional: false }
  return {
    answer: outcome.value,
    basis: basisOf(found, one, outcome),
    path: found.path,
    provisional: isProvisionalTrace(one.calendar, outcome.trace),
  }
}

/** The answer and the indexes of the effects that had a part in it, to see which cases the examples reach. */
export function askTouching(
  bound: BoundProgram,
  question: string,
  facts: Readonly<Record<string, unknown>>,
): { answer: unknown; touched: readonly number[]; noData: boolean } {
  const { found, outcome } = work(bound, question, facts)
  const noData = outcome?.figure?.unknown !== undefined
  return { answer: outcome ? outcome.value : null, touched: found.touched, noData }
}

function work(bound: BoundProgram, key: string, given: Readonly<Record<string, unknown>>): Worked {
  const question = questionOf.get(key)
  if (!question) throw new UnknownQuestion(key)
  return workOut(bound, question, readFacts(question, given))
}

function basisOf({ through }: Found, { effect }: Case, { cites }: Outcome): LegalBasis[] {
  const own = effect.does.op === 'compare' || effect.does.op === 'grade' ? [] : effect.cites
  return unique([...through, ...own, ...cites])
}
