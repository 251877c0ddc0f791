import type { Bilingual } from '../../source/diagnostic.ts'
import { type Dimension, type InstantFact, dimensions, events } from '../facts.ts'
import type { NumberFact } from '../figures.ts'

/** What form an answer has; see docs/language.md. */
export type QuestionKind =
  | 'deadline'
  | 'day'
  | 'amount'
  | 'set'
  | 'list'
  | 'notification'
  | 'flag'
  | 'class'
  | 'count'
  | 'text'
  | 'schedule'
  | 'format'
  | 'ratio'
  | 'score'
  | 'moves'
  | 'reminders'

/** When a rule takes hold of a dossier (AMB-17): the moment that chooses the version of the regulation. */
export type Binding = 'submission' | 'clock' | 'act' | 'payment' | 'report'

/** A fact the system tells when it asks a question. */
export interface FactInfo {
  readonly name: InstantFact | Dimension | NumberFact | 'limit' | 'asOf' | 'pauses' | 'outages'
  readonly type: 'instant' | 'limit' | 'boolean' | 'number' | 'pauses' | 'outages' | Dimension
  readonly required: boolean
  /** The events of the language that this moment may be called by; without them every event of the fact. */
  readonly events?: readonly string[]
  /** Taken where the fact is not given. */
  readonly default?: string | boolean
}

/** The event that a moment is called by where it is told: the first of its own, else the first of the fact. */
export const eventOf = ({ name, events: named }: FactInfo): string | undefined =>
  named?.[0] ?? [...events.values()].find(({ fact }) => fact === name)?.key

/** A question of the closed list: its key, what it is told, the form of its answer, its phrase. */
export interface QuestionInfo {
  readonly key: string
  readonly kind: QuestionKind
  readonly facts: readonly FactInfo[]
  readonly phrase: Bilingual
  readonly binds: Binding
  /** Facts whose moment chooses the version, the first that is given; `asOf` always comes before them. */
  readonly anchors: readonly InstantFact[]
  /** Closed list of answers of a class, and of what a set, a list or a notice may name. */
  readonly words?: readonly string[]
  /** What a count is a count of, where not of times. */
  readonly counts?: 'accounts' | 'vaults'
  /** A question of a day that moves the start of this clock where the regulation answers it (AMB-05f). */
  readonly receipt?: string
  /** Time granted to a citizen: the later deadline is the better one. Any other deadline is a duty of an office. */
  readonly granted?: true
  /** The office hours its time is counted in, where an office takes dossiers in at other hours than it works on them. */
  readonly calendar?: 'intake'
}

/** One line of the closed list. Every question may be told `asOf`. */
export function question(
  key: string,
  kind: QuestionKind,
  vi: string,
  en: string,
  binds: Binding,
  facts: readonly FactInfo[],
  more: readonly string[] | Pick<QuestionInfo, 'words' | 'receipt' | 'granted' | 'calendar' | 'counts'> = {},
): QuestionInfo {
  const anchors = facts.flatMap(({ name, type }) => (type === 'instant' ? [name as InstantFact] : []))
  const rest = Array.isArray(more)
    ? { words: more as readonly string[] }
    : (more as Pick<QuestionInfo, 'words'>)
  const clock = kind === 'deadline' ? [pauses, outages] : []
  return { key, kind, phrase: { vi, en }, binds, facts: [...facts, ...clock, asOf], anchors, ...rest }
}

const asOf: FactInfo = { name: 'asOf', type: 'instant', required: false }
/** Any clock may have stood still, and the System may have been out while it ran. */
const pauses: FactInfo = { name: 'pauses', type: 'pauses', required: false }
const outages: FactInfo = { name: 'outages', type: 'outages', required: false }

/** A moment the question counts from. */
export const moment = (name: InstantFact): FactInfo => ({ name, type: 'instant', required: true })

/** A moment that may be missing, where another is given in its place. */
export const maybe = (name: InstantFact): FactInfo => ({ name, type: 'instant', required: false })

/** A moment that the language calls by these events only. */
export const called = (name: InstantFact, ...events: readonly string[]): FactInfo => ({
  ...moment(name),
  events,
})

/** The published time of the procedure. */
export const limit: FactInfo = { name: 'limit', type: 'limit', required: true }

/** A number the question cannot do without. */
export const counted = (name: NumberFact): FactInfo => ({ name, type: 'number', required: true })

/** A number that may not be known. */
export const number = (name: NumberFact): FactInfo => ({ name, type: 'number', required: false })

/** A condition fact; with a usual value it need not be given. */
export function fact(name: Dimension, usual?: string | boolean): FactInfo {
  const type = typeof dimensions[name][0] === 'boolean' ? 'boolean' : name
  return usual === undefined
    ? { name, type, required: true }
    : { name, type, required: false, default: usual }
}
