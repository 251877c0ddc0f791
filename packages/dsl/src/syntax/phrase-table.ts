import type { Language } from '../source/diagnostic.ts'
import { factPhrases } from '../vocabulary/facts.ts'
import { figurePhrases } from '../vocabulary/figures.ts'
import { inner, leading, weekdayPhrases } from '../vocabulary/keywords.ts'
import { names } from '../vocabulary/names.ts'
import { type Phrase, type PhraseType, phrase } from '../vocabulary/phrase.ts'
import { questions } from '../vocabulary/questions.ts'
import { unaccented } from './fold.ts'
import { tokenize } from './tokens.ts'

/** What a phrase means and which language it is of; `both` where the two languages write it alike. */
export interface Entry {
  readonly type: PhraseType
  readonly value: string
  readonly lang: Language | 'both'
  readonly text: string
}

interface Node {
  readonly next: Map<string, Node>
  entry?: Entry
}

/** Two meanings that the reader could not tell apart; the list of them must be empty. */
export interface Clash {
  readonly text: string
  readonly meanings: readonly string[]
}

/** Every phrase of the language. */
export const phrases: readonly Phrase[] = [
  ...leading,
  ...inner,
  ...weekdayPhrases,
  ...names,
  ...figurePhrases,
  ...factPhrases,
  ...questions.map(({ key, phrase: { vi, en } }) => phrase('QUESTION', key, vi, en)),
]

/** The kinds of phrases that begin a statement. */
export const leadingTypes: ReadonlySet<PhraseType> = new Set(leading.map(({ type }) => type))

/** Keys of the words of a phrase, as the lexer sees them. */
export const keysOf = (text: string): string[] => tokenize(text).map(({ key }) => key)

/** A table of phrases: a trie over folded words, and a second one without marks that only ever suggests. */
export function buildPhraseTable(list: readonly Phrase[]): {
  find: (keys: readonly string[], at: number) => { entry: Entry; length: number } | undefined
  suggest: (keys: readonly string[], at: number) => { entry: Entry; length: number } | undefined
  clashes: () => readonly Clash[]
} {
  const exact: Node = { next: new Map() }
  const bare: Node = { next: new Map() }
  const clashes: Clash[] = []
  for (const { type, value, vi, en } of list) {
    for (const lang of ['vi', 'en'] as const) {
      for (const text of lang === 'vi' ? vi : en) {
        const keys = keysOf(text)
        const node = walk(exact, keys)
        const other = node.entry
        if (other && (other.type !== type || other.value !== value)) {
          clashes.push({ text, meanings: [`${other.type} ${other.value}`, `${type} ${value}`] })
        }
        node.entry = { type, value, lang: other && other.lang !== lang ? 'both' : lang, text }
        walk(bare, keys.map(unaccented)).entry ??= node.entry
      }
    }
  }
  return {
    find: (keys, at) => longest(exact, keys, at),
    suggest: (keys, at) => longest(bare, keys.map(unaccented), at),
    // Only who changes the words needs to know; who reads a file does not wait for it.
    clashes: () => [
      ...clashes,
      ...boundaryClashes(list, (keys) => longest(exact, keys, 0)?.length === keys.length),
    ],
  }
}

/**
 * A statement may end with a phrase and the next line begin with a leading one. If the two together begin another
 * phrase, the line break would be read away; so no phrase may be a phrase followed by words that begin a leading one.
 */
function boundaryClashes(list: readonly Phrase[], isPhrase: (keys: readonly string[]) => boolean): Clash[] {
  const leads = list
    .filter(({ type }) => leadingTypes.has(type))
    .flatMap(({ vi, en }) => [...vi, ...en].map((text) => ({ text, keys: keysOf(text) })))
  const found: Clash[] = []
  for (const { vi, en } of list) {
    for (const text of [...vi, ...en]) {
      const keys = keysOf(text)
      for (let cut = 1; cut < keys.length; cut++) {
        const rest = keys.slice(cut)
        const lead = leads.find((one) => startsAlike(one.keys, rest))
        if (lead !== undefined && isPhrase(keys.slice(0, cut))) {
          found.push({ text, meanings: [`${keys.slice(0, cut).join(' ')} ⏎ ${lead.text}`] })
        }
      }
    }
  }
  return found
}

const startsAlike = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((key, i) => i >= b.length || key === b[i])

function walk(from: Node, keys: readonly string[]): Node {
  let node = from
  for (const key of keys) {
    let next = node.next.get(key)
    if (!next) node.next.set(key, (next = { next: new Map() }))
    node = next
  }
  return node
}

function longest(
  from: Node,
  keys: readonly string[],
  at: number,
): { entry: Entry; length: number } | undefined {
  let node: Node | undefined = from
  let best: { entry: Entry; length: number } | undefined
  for (let i = at; i < keys.length && (node = node.next.get(keys[i]!)); i++) {
    if (node.entry) best = { entry: node.entry, length: i - at + 1 }
  }
  return best
}

/** The phrases by their words, for the lexer. */
export const phraseTable = buildPhraseTable(phrases)

const written: ReadonlyMap<string, Phrase> = new Map(
  phrases.toReversed().map((one): [string, Phrase] => [`${one.type} ${one.value}`, one]),
)

/** How the language itself writes a meaning. */
export function wordsFor(type: PhraseType, value: string, lang: Language): string {
  return written.get(`${type} ${value}`)?.[lang][0] ?? value
}
