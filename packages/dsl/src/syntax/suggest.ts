import type { PhraseType } from '../vocabulary/phrase.ts'
import { distance, mostFar } from './distance.ts'
import { unaccented } from './fold.ts'
import { type Lexeme, type Terminal, textOf } from './lexemes.ts'
import { type Meant, isWord } from './meant.ts'
import { keysOf, phraseTable, phrases } from './phrase-table.ts'

/** A phrase the words may have been meant for: the same without marks, else the nearest by letters. */
export function suggestion(
  lexemes: readonly Lexeme[],
  at: number,
  expected: readonly Terminal[],
): Meant | undefined {
  const run = wordsAround(lexemes, at)
  const words = run.flatMap((one) => keysOf(one.text).map((key) => ({ key, one })))
  const unknownAt = words.findIndex(({ one }) => one.type === 'UNKNOWN')
  for (let from = Math.max(0, unknownAt - 4); from <= unknownAt; from++) {
    const keys = words.map(({ key }) => key)
    const found = phraseTable.suggest(keys, from)
    if (!found || from + found.length <= unknownAt) continue
    const [first, last] = [words[from]!.one, words[from + found.length - 1]!.one]
    return { first, last, text: found.entry.text }
  }
  return nearest(run, words[unknownAt]!.one, expected as readonly PhraseType[])
}

/** Every way of writing every phrase, with what it is compared by. */
const writings = phrases.flatMap(({ type, vi, en }) =>
  [...vi, ...en].map((text) => ({ type, text, bare: unaccented(text), words: text.split(' ').length })),
)

/** The phrase whose letters are nearest to as many words, from the unknown one on. */
function nearest(run: readonly Lexeme[], bad: Lexeme, expected: readonly PhraseType[]): Meant | undefined {
  const from = run.indexOf(bad)
  const wanted = new Set<PhraseType>(expected)
  let best: { phrase: string; last: Lexeme; far: number } | undefined
  const found = new Map<number, { last: Lexeme; bare: string; length: number }>()
  for (const { type, text: phrase, bare, words } of writings) {
    if (!wanted.has(type)) continue
    let here = found.get(words)
    if (!here) {
      const some = run.slice(from, from + words)
      const text = textOf(some)
      found.set(words, (here = { last: some.at(-1)!, bare: unaccented(text), length: text.length }))
    }
    const longer = Math.max(here.length, phrase.length)
    // Texts of unlike length are far apart, whatever their letters.
    if (Math.abs(here.bare.length - bare.length) > mostFar * longer) continue
    const far = distance(here.bare, bare, (best?.far ?? mostFar) * longer) / longer
    if (far <= mostFar && (!best || far < best.far)) best = { phrase, last: here.last, far }
  }
  return best && { first: bad, last: best.last, text: best.phrase }
}

/** The lexemes made of words before and after an index, to look for a phrase across them. */
function wordsAround(lexemes: readonly Lexeme[], at: number): Lexeme[] {
  let from = at
  while (from > 0 && at - from < 4 && isWord(lexemes[from - 1]!)) from--
  let to = at + 1
  while (to < lexemes.length && to - at < 8 && isWord(lexemes[to]!)) to++
  return lexemes.slice(from, to)
}

/** The phrase of some kinds whose letters are nearest to a text. */
export function closest(text: string, types: readonly PhraseType[], most: number): string | undefined {
  const plain = unaccented(text)
  let best: { text: string; far: number } | undefined
  for (const { type, text: written, bare } of writings) {
    if (!types.includes(type)) continue
    const longer = Math.max(plain.length, written.length)
    if (Math.abs(plain.length - bare.length) > most * longer) continue
    const far = distance(plain, bare, (best?.far ?? most) * longer) / longer
    if (far <= most && (!best || far < best.far)) best = { text: written, far }
  }
  return best?.text
}
