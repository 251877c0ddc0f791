import { type Instant, type Moment, type Strip, type StripDay, fromMoment, strip } from '@motcua/calendar'
import type { LegalBasis } from '../compile/compiled.ts'
import { unique } from '../compile/effects.ts'
import { type Binding, questionOf } from '../vocabulary/questions.ts'
import type { BoundProgram } from './bind.ts'
import type { Case, Outcome } from './decide.ts'
import { type ReasonSentence, explain } from './explain.ts'
import { UnknownQuestion, readFacts } from './facts.ts'
import type { Found, Path } from './find.ts'
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
  const because = explain(bound, reasonSteps(bound, question, worked))
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
  const { does, binds, readings } = one.effect
  return {
    ...head,
    answer: outcome.value,
    basis: basisOf(found, one, outcome),
    provisional: isProvisionalTrace(bound, trace),
    because,
    ...(trace.due === undefined
      ? {}
      : {
          startedAt: fromMoment(trace.start ?? trace.due),
          strip: picture(bound, trace, trace.due),
        }),
    ...(does.op === 'channels' && does.default !== null ? { defaultChannel: does.default } : {}),
    binds,
    readings,
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
  const options = { ...(trace.unit && { unit: trace.unit }), ...(start < due && { runsFrom: start }) }
  const drawn = strip(calendar, Math.min(trace.eventAt ?? start, start), due, options)
  const days = drawn.days.map((one) => {
    const nameEn = one.name === undefined ? undefined : names.get(one.date)?.en
    return nameEn === undefined ? one : { ...one, nameEn }
  })
  return { ...drawn, days }
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
    provisional: isProvisionalTrace(bound, outcome.trace),
  }
}

/** The answer and the indexes of the effects that had a part in it, to see which cases the examples reach. */
export function askTouching(
  bound: BoundProgram,
  question: string,
  facts: Readonly<Record<string, unknown>>,
): { answer: unknown; touched: readonly number[] } {
  const { found, outcome } = work(bound, question, facts)
  return { answer: outcome ? outcome.value : null, touched: found.touched }
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
