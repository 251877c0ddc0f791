import type { Language } from '../source/diagnostic.ts'
import { distance, mostFar } from './distance.ts'
import { unaccented } from './fold.ts'
import { type Lexeme, type Terminal, lexemes as cut, textOf } from './lexemes.ts'
import { isStatement, parseStatement } from './parse.ts'
import { phrases } from './phrase-table.ts'

/** What an author may have meant in place of some lexemes: put there, the statement can be read. */
export interface Meant {
  readonly first: Lexeme
  readonly last: Lexeme
  readonly text: string
}

/** Longer statements are not searched: the bound keeps a hostile file from costing minutes. */
const longest = 200
/** So many lexemes before the one that does not fit may belong to the phrase that was misspelt. */
const reach = 11

/**
 * The repair of a slip of the pen around the lexeme that does not fit: letters glued to a number or a quotation, or a
 * phrase of the language in wrong letters. Every repair is tried by reading the whole statement with it.
 */
export function meantBy(all: readonly Lexeme[], at: number, lang: Language): Meant | undefined {
  if (all.length > longest || all[at] === undefined) return undefined
  return unglued(all, at) ?? misspelt(all, at, lang)
}

/** `9x`, `29/11/2005x`, `08giờ`: what stands together without a space, put apart, or without some letters of it. */
function unglued(all: readonly Lexeme[], at: number): Meant | undefined {
  let [from, to] = [at, at]
  while (from > 0 && all[from - 1]!.to === all[from]!.from) from--
  while (to + 1 < all.length && all[to]!.to === all[to + 1]!.from) to++
  const together = all.slice(from, to + 1)
  const text = together.map((one) => one.text).join('')
  if (text.length > 60) return undefined
  const parts = text.split(/(?<=[\p{L}\p{M}])(?![\p{L}\p{M}])|(?<![\p{L}\p{M}])(?=[\p{L}\p{M}])/u)
  const apart = parts.length > 1 ? [parts.join(' ')] : []
  const without = parts.flatMap((part, i) => (/^\p{L}/u.test(part) ? [parts.toSpliced(i, 1).join('')] : []))
  const right = [...apart, ...without].find((one) => one !== '' && isStatement(spliced(all, from, to, one)))
  return right === undefined ? undefined : { first: together[0]!, last: together.at(-1)!, text: right }
}

/** The lexemes with a text put in place of some of them; with those around it, it may make another phrase. */
function spliced(all: readonly Lexeme[], from: number, to: number, put: string): Lexeme[] {
  const texts = all.map(({ text }) => text)
  return cut([...texts.slice(0, from), put, ...texts.slice(to + 1)].join(' '))
}

interface Writing {
  readonly text: string
  readonly bare: string
}

/** Ways of writing phrases by language, kind and number of words. */
const writings = new Map<string, Writing[]>()
for (const { type, vi, en } of phrases) {
  for (const [lang, texts] of [
    ['vi', vi],
    ['en', en],
  ] as const) {
    for (const text of texts) {
      const key = `${lang} ${type} ${text.split(' ').length}`
      const others = writings.get(key) ?? []
      writings.set(key, [...others, { text, bare: unaccented(text) }])
    }
  }
}

/** The phrase nearest to the words around a place that makes a statement of them. */
function misspelt(all: readonly Lexeme[], at: number, lang: Language): Meant | undefined {
  const found: Slip[] = []
  for (let from = at; from >= 0 && at - from <= reach && isWord(all[from]!); from--) {
    const expected = expectedAt(all, from)
    if (expected.length === 0) continue
    let text = textOf(all.slice(from, at))
    for (let to = at; to < all.length && to - from <= reach && isWord(all[to]!); to++) {
      text += (text && ' ') + all[to]!.text
      const [bare, words] = [unaccented(text), text.split(' ').length]
      const near = expected.flatMap((type) =>
        [words, words - 1, words + 1].flatMap((n) =>
          slips(bare, writings.get(`${lang} ${type} ${n}`) ?? [], type),
        ),
      )
      found.push(...near.map((one) => ({ ...one, first: all[from]!, last: all[to]!, from, to })))
    }
  }
  const near = found.toSorted((a, b) => a.far - b.far || b.text.length - a.text.length).slice(0, 12)
  return near.find(({ from, to, type, text }) => {
    const one: Lexeme = { type, value: '', text, from: 0, to: 0, first: false }
    return isStatement(all.toSpliced(from, to - from + 1, one))
  })
}

interface Slip extends Meant {
  readonly type: Terminal
  readonly from: number
  readonly to: number
  readonly far: number
}

/** The writings that a text may be a slip of. */
function slips(
  bare: string,
  among: readonly Writing[],
  type: Terminal,
): Pick<Slip, 'text' | 'type' | 'far'>[] {
  const found: Pick<Slip, 'text' | 'type' | 'far'>[] = []
  for (const one of among) {
    const longer = Math.max(bare.length, one.bare.length)
    const far = distance(bare, one.bare, mostFar * longer) / longer
    if (far <= mostFar) found.push({ text: one.text, type, far })
  }
  return found
}

/** A lexeme written in letters. */
export const isWord = ({ text }: Lexeme): boolean => /^\p{L}/u.test(text)

/** What could stand at a place of a statement whose beginning can be read. */
function expectedAt(all: readonly Lexeme[], at: number): readonly Terminal[] {
  const read = parseStatement([...all.slice(0, at), nothing])
  return !read.ok && 'expected' in read && read.at === at ? read.expected : []
}

/** Whether the statement can be read further with a repair than without it. */
export function helps(all: readonly Lexeme[], at: number, { first, last, text }: Meant): boolean {
  const [from, to] = [all.indexOf(first), all.indexOf(last)]
  const put = cut(text)
  const read = parseStatement(all.toSpliced(from, to - from + 1, ...put))
  return read.ok || ('at' in read && read.at - put.length > at - (to - from + 1))
}

/** A lexeme that fits nowhere. */
const nothing: Lexeme = { type: 'UNKNOWN', value: '', text: '', from: 0, to: 0, first: false }
