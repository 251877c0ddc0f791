import type { ChannelMode, Comparison, EndAct, MonthEnd, Schedule, Unit } from '../ast/nodes.ts'
import type { Bilingual } from '../source/diagnostic.ts'
import type { FigureOperation } from './figures.ts'
import type { InstantFact } from '../vocabulary/facts.ts'
import type { Binding } from '../vocabulary/questions.ts'

/** Where in a regulation a rule stands: article (Điều), clause (khoản), point (điểm); `regulation` is its number. */
export interface LegalBasis {
  readonly regulation: string
  readonly article: string
  readonly clause?: string
  readonly point?: string
}

/** A regulation or national act as the tables know it. Days are `YYYY-MM-DD`. */
export interface CompiledAct {
  readonly number: string
  readonly title: Bilingual
  readonly of: string
  readonly national: boolean
  readonly symbol: string | null
  readonly path: string
  readonly effectiveOn: string
  /** First day it is no longer in force. */
  readonly endsBefore: string | null
  readonly effectiveBasis: 'stated' | 'implied' | 'provisional'
  /** Index of the act that takes its place, where one says so. */
  readonly replacedBy: number | null
  /** Indexes of the acts that amend it, by the day they take effect. */
  readonly amendedBy?: readonly number[]
  /** What matters follow that run when it takes effect. */
  readonly transition?: CompiledTransition
}

/** Running matters follow the old rule, the new one, or whichever is better for the citizen. */
export interface CompiledTransition {
  readonly choice: 'old' | 'new' | 'better'
  readonly cites: readonly LegalBasis[]
}

/** The days a rule holds, where they are its own: the first and the last, and where the text says so. */
export interface CompiledWindow {
  readonly from: string | null
  readonly through: string | null
  readonly cites: readonly LegalBasis[]
}

/** A place that the official text refers to, as printed and as it is read. */
interface CompiledReference {
  readonly to: LegalBasis
  readonly readAs: LegalBasis
}

/** A share of the published time, as it is rounded. */
export interface Part {
  readonly part: number
  readonly of: number
  readonly rounding: 'down' | 'up'
  readonly subDay: boolean
}

/** A length of time in one unit; `monthEnd` where a count of months says how it ends in a short month. */
export interface Term {
  readonly n: number
  readonly unit: Unit
  readonly monthEnd?: MonthEnd
}

/** An event, or a moment so long after it; before it where `n` is negative. */
export interface Moved {
  readonly event: string
  readonly fact: InstantFact
  readonly plus: Term | null
}

/** What a case answers, with nothing left to look up but the facts. */
export type Operation =
  | {
      readonly op: 'add'
      readonly event: string
      readonly fact: InstantFact
      readonly n: number
      readonly unit: Unit
      readonly monthEnd?: MonthEnd
    }
  /** Terms of different units, one after the other. */
  | {
      readonly op: 'sequence'
      readonly event: string
      readonly fact: InstantFact
      readonly terms: readonly Term[]
    }
  | { readonly op: 'addShare'; readonly event: string; readonly fact: InstantFact; readonly share: Part }
  | { readonly op: 'published'; readonly event: string; readonly fact: InstantFact }
  | {
      readonly op: 'before'
      readonly event: string
      readonly fact: InstantFact
      readonly n: number
      readonly unit: Unit
    }
  | { readonly op: 'later' | 'earlier'; readonly sums: readonly Moved[] }
  /** Due with the event itself: at once after it, no later than it, or when it was agreed. */
  | {
      readonly op: 'at'
      readonly event: string
      readonly fact: InstantFact
      readonly how: 'immediately' | 'by' | 'agreed'
    }
  /** Due at the close of the working day of the event. */
  | { readonly op: 'sameDay'; readonly event: string; readonly fact: InstantFact }
  /** Due at the opening of the working day after the event. */
  | { readonly op: 'nextOpening'; readonly event: string; readonly fact: InstantFact }
  | { readonly op: 'amount'; readonly n: number; readonly unit: Unit }
  /** As long as is agreed, up to `n` where it is not null. */
  | { readonly op: 'agreed'; readonly n: number | null; readonly unit: Unit | null }
  | { readonly op: 'reminders'; readonly before: readonly Term[]; readonly every: Recurrence | null }
  | { readonly op: 'onDay'; readonly event: string; readonly fact: InstantFact }
  | { readonly op: 'share'; readonly share: Part }
  | {
      readonly op: 'channels'
      readonly mode: ChannelMode
      readonly channels: readonly string[]
      readonly default: string | null
      readonly plus: readonly string[]
    }
  | { readonly op: 'list'; readonly words: readonly string[] }
  | { readonly op: 'flag'; readonly yes: boolean }
  | { readonly op: 'count'; readonly n: number }
  | { readonly op: 'text'; readonly text: string }
  | ({ readonly op: 'schedule' } & Schedule)
  /** The law has a rule here whose value is not recorded, and why. */
  | { readonly op: 'notRecorded'; readonly why: Bilingual }
  | { readonly op: 'word'; readonly word: string }
  /** Which word holds where the day compared is before, the same as or after the other. */
  | {
      readonly op: 'compare'
      readonly left: InstantFact
      readonly right: InstantFact
      readonly arms: readonly Arm[]
    }
  /** `standsOn`: the day whose text is kept, where the reference does not follow what becomes of the act. */
  | {
      readonly op: 'follow'
      readonly act: number
      readonly cite: LegalBasis
      readonly standsOn?: string
    }
  | FigureOperation

/** What comes again every so often from one event until another. */
export interface Recurrence {
  readonly n: number
  readonly unit: Unit
  readonly event: string
  readonly fact: InstantFact
  readonly until: string
  readonly untilFact: InstantFact
}

/** What holds for one outcome of a comparison. */
interface Arm {
  readonly word: string
  readonly op: Comparison
  readonly cites: readonly LegalBasis[]
}

/** A second of the day past which something counts on the next working day. */
export interface Cutoff {
  readonly second: number
  readonly cites: readonly LegalBasis[]
  /** The very second is past it already. */
  readonly inclusive?: true
  /** What comes past it is due at the next opening. */
  readonly opening?: true
}

/** A case as the tables hold it: what it does, and everything that moves, bounds or cites it. */
export interface CompiledEffect {
  readonly act: number
  readonly does: Operation
  readonly cites: readonly LegalBasis[]
  /** Outside office hours counts from the next office hour. */
  readonly outside: readonly LegalBasis[] | null
  /** After this second of the day counts from the next working day. */
  readonly cutoff: Cutoff | null
  /** However it is counted, it ends no later than this. */
  readonly ceiling?: {
    readonly event: string
    readonly fact: InstantFact
    readonly term: Term
    readonly cites: readonly LegalBasis[]
  }
  /** What becomes of a dossier whose applicant lets the time go by. */
  readonly atEnd?: { readonly act: EndAct; readonly cites: readonly LegalBasis[] }
  readonly binds: Binding
  /** Entries of the register of interpretations the rule rests on, such as `AMB-11`. */
  readonly readings: readonly string[]
  readonly holds?: CompiledWindow
  readonly transition?: CompiledTransition
  readonly references?: readonly CompiledReference[]
}

/** Per question: which effect answers, by act and by cell of its conditions; -1 where none does. */
export interface QuestionTable {
  readonly question: string
  /** Condition facts, in the order cells are counted; the last one varies fastest. */
  readonly dims: readonly string[]
  readonly cells: number
  /** `row × cells + cell`. The row of an act has its index; the rows after those are of further periods. */
  readonly effects: readonly number[]
  /** Where rules have days of their own: which row of an act holds from a day on. In order of the days. */
  readonly periods?: readonly TablePeriod[]
}

/** From which day on a row of an act holds. */
export interface TablePeriod {
  readonly act: number
  readonly from: string
  readonly row: number
}

/** The national calendar: what it covers, up to which day it is announced, and the days unlike their weekday. */
export interface CalendarDays {
  readonly from: string
  readonly to: string
  readonly knownThrough: string
  readonly days: readonly {
    readonly date: string
    readonly kind: 'holiday' | 'compensatory' | 'swapped-off' | 'swapped-work'
    readonly name: Bilingual
    readonly source: string | null
  }[]
}

/** The whole law of one tenant as tables: plain JSON, the same for the same meaning, whatever the layout of the files. */
export interface Compiled {
  readonly format: 1
  readonly acts: readonly CompiledAct[]
  readonly effects: readonly CompiledEffect[]
  readonly tables: readonly QuestionTable[]
  readonly calendar: CalendarDays
}
