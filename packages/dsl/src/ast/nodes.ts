import type { Span } from '../source/span.ts'
import type { FigureEffect, Move } from './figures.ts'
import type { Test } from './tests.ts'
import type { Channel } from '../vocabulary/names.ts'
import type { Dimension } from '../vocabulary/facts.ts'
import type { Binding } from '../vocabulary/questions.ts'
import type { Bilingual, Language } from '../source/diagnostic.ts'

/** Where a rule stands: article (Điều), clause (khoản), point (điểm). */
export interface Cite {
  readonly article: string
  readonly clause?: string
  readonly point?: string
  readonly span: Span
}

/** Minutes and clock hours run by the clock on the wall; none of the units converts into another. */
export type Unit = 'minute' | 'clock-hour' | 'working-hour' | 'working-day' | 'calendar-day' | 'month'

/** Where a count of months ends in a month without that day: on its last day, or on the first of the next. */
export type MonthEnd = 'last-day' | 'next-first'

/** A number of one unit. `hour` and `day` are bare units: they parse, and are refused by the checks. */
export interface Quantity {
  readonly k: 'quantity'
  readonly n: number
  readonly unit: Unit | 'hour' | 'day'
  /** Said after a number of months. */
  readonly monthEnd?: MonthEnd
  readonly span: Span
}

/** A share of the procedure's whole time, which must say how it is rounded. */
export interface Share {
  readonly k: 'share'
  readonly part: number
  readonly of: number
  readonly rounding?: 'down' | 'up'
  /** Where a whole day is more than the share, the share is counted in working hours. */
  readonly subDay: boolean
  readonly span: Span
}

/** An event, or a moment so long after it, or before it. */
export interface Sum {
  readonly event: string
  readonly plus?: Quantity
  readonly minus?: Quantity
}

/** What becomes of a dossier whose applicant lets a time go by. */
export type EndAct = 'close' | 'cancel' | 'refuse'

/** How many of the channels named: all, one that is named alone, any of them, each the applicant has given. */
export type ChannelMode = 'all' | 'one' | 'any' | 'each-available'
/** How two things are compared. */
export type Comparison = '<' | '<=' | '=' | '>=' | '>'

/** Whether a reference follows its target as amended and replaced, or keeps it as it stood when the regulation was issued. */
export type Standing = 'amended' | 'issued'

/** What a number of a rule is a number of. */
export type Counted = 'times' | 'accounts' | 'vaults'

/** A duty that recurs: in which periods, how often in each, to whom and about what. */
export interface Schedule {
  readonly periods: readonly string[]
  readonly atLeast?: number
  readonly to?: readonly string[]
  readonly content?: readonly string[]
}

/** What a statement says of the case it stands in. */
export type Effect =
  | { readonly k: 'within'; readonly duration: Quantity | Share; readonly event: string }
  | { readonly k: 'published'; readonly event: string }
  | { readonly k: 'before'; readonly duration: Quantity; readonly event: string }
  | { readonly k: 'sequence'; readonly terms: readonly Quantity[]; readonly event: string }
  | { readonly k: 'later' | 'earlier'; readonly sums: readonly Sum[] }
  | { readonly k: 'at'; readonly event: string; readonly how: 'immediately' | 'by' }
  | { readonly k: 'sameDay' | 'nextOpening'; readonly event: string }
  | { readonly k: 'agreed'; readonly most?: Quantity }
  | { readonly k: 'amount'; readonly duration: Quantity }
  | { readonly k: 'remindBefore'; readonly duration: Quantity }
  | { readonly k: 'remindEvery'; readonly duration: Quantity; readonly event: string; readonly until: string }
  | { readonly k: 'onDay'; readonly event: string }
  | {
      readonly k: 'via'
      readonly mode: ChannelMode
      readonly channels: readonly Channel[]
      readonly default?: Channel
    }
  | { readonly k: 'consists'; readonly words: readonly string[] }
  | { readonly k: 'classify'; readonly word: string; readonly test: Test }
  | FigureEffect
  | { readonly k: 'answer'; readonly yes: boolean }
  | { readonly k: 'count'; readonly n: number; readonly of: Counted }
  | { readonly k: 'text'; readonly text: string }
  | ({ readonly k: 'schedule' } & Schedule)
  | { readonly k: 'notRecorded'; readonly why: Bilingual }
  | { readonly k: 'share'; readonly share: Share }
  | { readonly k: 'determined'; readonly word: string }
  | {
      readonly k: 'follows'
      readonly symbol: string
      readonly cite: Cite
      readonly symbolSpan: Span
      readonly standing?: Standing
    }

/** What changes an effect of the same case, or of every case where it stands before the first `khi`. */
export type Modifier =
  | { readonly k: 'outside' }
  | {
      readonly k: 'cutoff'
      readonly second: number
      /** The very second of the cut-off is past it already. */
      readonly inclusive: boolean
      /** What comes past it is due at the next opening, instead of counting from then. */
      readonly opening: boolean
      /** It says the next day without saying which kind: it parses, and is refused by the checks. */
      readonly bare?: Span
    }
  | { readonly k: 'ceiling'; readonly duration: Quantity; readonly event: string }
  | { readonly k: 'atEnd'; readonly act: EndAct }
  | { readonly k: 'plus'; readonly channels: readonly Channel[] }
  | { readonly k: 'missing' }

/** A statement with the places of the law it stands under and its place in the file. */
export type Placed<T> = T & { readonly cites: readonly Cite[]; readonly span: Span }

/** What a case holds under: condition facts and their values. */
export type Condition =
  | { readonly k: 'in'; readonly dim: Dimension; readonly values: readonly string[]; readonly span: Span }
  | { readonly k: 'flag'; readonly dim: Dimension; readonly span: Span }
  | { readonly k: 'not'; readonly of: Condition; readonly span: Span }
  | { readonly k: 'and' | 'or'; readonly of: readonly [Condition, Condition]; readonly span: Span }

/** One answer of a rule and the condition it holds under. */
export interface Case {
  readonly when?: Condition
  /** Every case that the other cases of the rule leave. */
  readonly rest?: true
  readonly effects: readonly Placed<Effect>[]
  readonly modifiers: readonly Placed<Modifier>[]
  readonly span: Span
}

/** An entry of the register of interpretations that a rule or a file rests on. */
export interface Reading {
  readonly id: string
  readonly note?: string
  readonly span: Span
}

/** The days a rule holds, where they are not those of its regulation. `through` is the last one. */
interface Window {
  readonly from?: string
  readonly through?: string
  readonly cites: readonly Cite[]
  readonly span: Span
}

/** What running matters follow when a regulation or a rule takes effect; `silent` where the text does not say. */
export interface Transition {
  readonly choice: 'old' | 'new' | 'better' | 'silent'
  readonly cites: readonly Cite[]
  readonly span: Span
}

/** A place of the law that the official text of a rule refers to, as printed and as it is read. */
export interface Reference {
  readonly to: Cite
  readonly symbol?: { readonly symbol: string; readonly span: Span }
  /** The place that is meant, where the printed one cannot be. */
  readonly readAs?: Cite
  /** Where the text refers from. */
  readonly at: readonly Cite[]
  readonly span: Span
}

/** A passage of the official text; the fingerprint is that of the passage it was taken from. */
export interface Quote {
  readonly text: string
  readonly fingerprint?: string
  readonly span: Span
  /** The passage alone, with its marks. */
  readonly quoteSpan: Span
  readonly fingerprintSpan?: Span
}

/** Why a rule says otherwise than the national act: `khác văn bản quốc gia «…»`. Without a symbol, than any of them. */
interface Deviation {
  readonly reason: string
  readonly symbol?: string
  readonly span: Span
}

/** What a regulation answers to one question. */
export interface Rule {
  readonly question: string
  readonly binds?: Binding
  readonly holds?: Window
  readonly transition?: Transition
  readonly references: readonly Reference[]
  readonly cases: readonly Case[]
  readonly modifiers: readonly Placed<Modifier>[]
  /** The rule says itself that other cases are not regulated. */
  readonly otherwise?: Span
  /** A line of it could not be read, so nothing is said about what the rule lacks. */
  readonly broken?: true
  readonly quotes: readonly Quote[]
  readonly readings: readonly Reading[]
  readonly deviations: readonly Deviation[]
  readonly span: Span
}

/** What an example expects, by the form of the answer. */
export type ExampleValue =
  | { readonly k: 'instant' | 'day'; readonly at: string }
  | { readonly k: 'instants'; readonly at: readonly string[] }
  | { readonly k: 'amount'; readonly n: number; readonly unit: Unit }
  | { readonly k: 'agreed'; readonly n?: number; readonly unit?: Unit }
  | { readonly k: 'count'; readonly n: number }
  | { readonly k: 'text'; readonly text: string }
  | { readonly k: 'schedule'; readonly schedule: Schedule }
  | { readonly k: 'set'; readonly of: readonly string[] }
  | {
      readonly k: 'notice'
      readonly mode: ChannelMode
      readonly channels: readonly string[]
      readonly plus: readonly string[]
      readonly default?: string
    }
  | { readonly k: 'word'; readonly word: string }
  | { readonly k: 'flag'; readonly yes: boolean }
  | { readonly k: 'number'; readonly n: number }
  | { readonly k: 'noData' }
  | { readonly k: 'scale'; readonly grades: readonly { readonly grade: string; readonly points: number }[] }
  | { readonly k: 'moves'; readonly moves: readonly Move[] }
  | { readonly k: 'notAtHand' }
  | { readonly k: 'silent' }

/** A worked example of a file: the facts, and what the law answers. */
export interface Example {
  readonly title: string
  readonly question: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly expect: ExampleValue
  readonly span: Span
}

/** The office hours that the examples of a file are worked with. */
export interface ExampleHours extends OpeningHours {
  /** Seasons, half days, Saturday mornings: days with hours of their own, both ends included. */
  readonly segments?: readonly ExampleSegment[]
  /** When dossiers are taken in, where that is not when they are worked on. */
  readonly intake?: OpeningHours
  readonly span: Span
}

/** Working weekdays, Monday = 1, and the sessions of a day. */
export interface OpeningHours {
  readonly weekdays: readonly number[]
  readonly sessions: readonly { readonly from: string; readonly to: string }[]
}

/** Days with hours of their own, both ends included. */
export interface ExampleSegment extends Pick<OpeningHours, 'sessions'> {
  readonly from: string
  readonly to: string
  readonly weekdays?: readonly number[]
}

/** Whether a date is in the text, inferred, or assumed because the text is incomplete. */
export type Qualifier = 'stated' | 'implied' | 'provisional'
/** A day of the header and how surely it is known. */
interface DatedLine {
  readonly on: string
  readonly qualifier: Qualifier
  readonly span: Span
}

/** The names a regulation knows a closed list by, and what other regulations call them. */
export interface Scheme {
  readonly names: readonly string[]
  readonly aliases: readonly { readonly own: string; readonly other: string }[]
  readonly span: Span
}

/** What one text does to another: four different legal acts. */
export type Affect = 'repeals' | 'replaces' | 'ends' | 'amends'

/** One version of one regulation: a province's or a national act. */
export interface Regulation {
  readonly k: 'regulation'
  readonly path: string
  readonly national: boolean
  readonly number: string
  readonly of: string
  readonly language: Language
  readonly title?: { readonly vi: string; readonly en?: string }
  readonly symbol?: string
  readonly issuedOn?: string
  readonly issuedBy?: string
  readonly effective?: DatedLine
  readonly ceases?: DatedLine
  readonly affects: readonly {
    readonly how: Affect
    readonly number: string
    readonly span: Span
  }[]
  readonly complies: readonly { readonly symbol: string; readonly span: Span }[]
  /** How many articles the text has, so that a reference beyond them is found. */
  readonly articles?: { readonly n: number; readonly span: Span }
  readonly transition?: Transition
  readonly dayCounting?: Span
  readonly levels?: Scheme
  /** The tiers of government it knows, and which of them does the work of one that is no more. */
  readonly tiers?: Scheme
  readonly readings: readonly Reading[]
  readonly rules: readonly Rule[]
  /** A line of its header could not be read, so nothing is said about what the header lacks. */
  readonly broken?: true
  readonly exampleHours?: ExampleHours
  readonly examples: readonly Example[]
  readonly span: Span
}

/** A day off, or a day worked in its place, of the whole nation. */
export interface NationalDay {
  readonly date: string
  readonly kind: 'holiday' | 'compensatory' | 'swapped-off' | 'swapped-work'
  readonly name: Bilingual
  readonly source?: string
  readonly span: Span
}

/** The national calendar: days off, swapped days and the day up to which they are announced. */
export interface Calendar {
  readonly k: 'calendar'
  readonly path: string
  readonly title: string
  readonly from?: string
  readonly to?: string
  readonly knownThrough?: string
  readonly knownThroughSpan?: Span
  readonly days: readonly NationalDay[]
  readonly span: Span
}
