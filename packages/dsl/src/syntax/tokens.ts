import { fold } from './fold.ts'

/** The shapes of tokens. */
export type TokenKind =
  | 'WORD'
  | 'NUMBER'
  | 'DECIMAL'
  | 'NUMWORD'
  | 'DATE'
  | 'DATETIME'
  | 'TIME'
  | 'FRACTION'
  | 'REF'
  | 'STRING'
  | 'QUOTE'
  | 'SLUG'
  | 'PUNCT'
  | 'ERROR'

/** A piece of a file. `from` and `to` are offsets of the text as written; `key` is what the piece is compared by. */
export interface Token {
  readonly kind: TokenKind
  readonly text: string
  readonly key: string
  readonly from: number
  readonly to: number
  /** True where nothing but space stands before it on its line. */
  readonly first: boolean
}

const edge = String.raw`(?![\p{L}\p{M}\p{N}_])`
const letters = String.raw`[\p{L}\p{M}]`

type Shapes = readonly (readonly [TokenKind, RegExp])[]

/** What a token that begins with such a character can be. In order: the first that matches wins. */
const quotes: Shapes = [
  ['QUOTE', /«[^«»]*»/uy],
  ['STRING', /"[^"\r\n]*"|“[^“”\r\n]*”/uy],
]
/** Dates before fractions before references before numbers. */
const numbers: Shapes = [
  ['DATETIME', new RegExp(String.raw`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?${edge}`, 'uy')],
  ['DATE', new RegExp(String.raw`(?:\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2})${edge}`, 'uy')],
  ['TIME', new RegExp(String.raw`\d{1,2}:\d{2}(?::\d{2})?${edge}`, 'uy')],
  ['FRACTION', new RegExp(String.raw`\d+/\d+${edge}`, 'uy')],
  ['REF', new RegExp(String.raw`\d+(?:\.\d+)?\.(?:[a-zđ]\p{M}*|\d+)${edge}`, 'iuy')],
  ['NUMBER', new RegExp(String.raw`\d+${edge}`, 'uy')],
]
const words: Shapes = [
  ['SLUG', new RegExp(String.raw`[A-Za-z]+(?:\d|_|-\d)[\w-]*${edge}`, 'uy')],
  ['WORD', new RegExp(String.raw`${letters}+(?:[-'’]${letters}+)*${edge}`, 'uy')],
]
const marks: Shapes = [['PUNCT', /<=|>=|[{}(),:=+\-/<>]/uy]]

function shapesOf(text: string, at: number): Shapes {
  const code = text.charCodeAt(at)
  if (isDigit(code)) return numbers
  if (code === 34 || code === 171 || code === 8_220) return quotes
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 127 ? words : marks
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Whether it is worth looking for space: most tokens begin with a letter, a digit or a mark of ASCII. */
const mayBeBlank = (code: number): boolean => code <= 35 || code > 126

const space = /[\s\u00a0\u200b\u202f\u2060\ufeff]+|#[^\r\n]*/uy
const numberInWords = new RegExp(String.raw`\(\s*${letters}+(?:\s+${letters}+)*\s*\)`, 'uy')
const decimal = new RegExp(String.raw`\d+,\d+${edge}`, 'uy')
const comparisons: ReadonlySet<string> = new Set(['<', '<=', '=', '>=', '>'])
const rubbish = /[^\s{}(),:=+\-/<>"«“#]+|[\s\S]/uy

/**
 * Cuts a text into tokens. Total: any text, binary included, gives tokens and never throws; what is not of the
 * language becomes an ERROR token.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  let first = true
  while (at < text.length) {
    const blank = mayBeBlank(text.charCodeAt(at)) ? match(space, text, at) : undefined
    if (blank) {
      if (/[\r\n]/.test(blank)) first = true
      at += blank.length
      continue
    }
    const token = next(text, at, tokens.at(-1), first)
    tokens.push(token)
    at = token.to
    first = false
  }
  return tokens
}

function next(text: string, at: number, previous: Token | undefined, first: boolean): Token {
  // `năm` is five and year: only directly after a number is a word in brackets a number.
  if (previous?.kind === 'NUMBER' && text[at] === '(') {
    const found = match(numberInWords, text, at)
    if (found) return token('NUMWORD', found, at, first)
  }
  // `3,5` is a number where one is compared or told; in `{3,4}` it is two.
  if (isDigit(text.charCodeAt(at)) && (previous?.kind === 'WORD' || comparisons.has(previous?.key ?? ''))) {
    const found = match(decimal, text, at)
    if (found) return token('DECIMAL', found, at, first)
  }
  for (const [kind, shape] of shapesOf(text, at)) {
    const found = match(shape, text, at)
    if (found) return token(kind, found, at, first)
  }
  return token('ERROR', match(rubbish, text, at) ?? text.slice(at, at + 1), at, first)
}

function token(kind: TokenKind, text: string, from: number, first: boolean): Token {
  const key = kind === 'WORD' ? fold(text) : kind === 'SLUG' || kind === 'PUNCT' ? text : inner(kind, text)
  return { kind, text, key, from, to: from + text.length, first }
}

function inner(kind: TokenKind, text: string): string {
  if (kind === 'STRING' || kind === 'QUOTE') return oneSpaced(text.slice(1, -1))
  if (kind === 'NUMWORD') return oneSpaced(text.slice(1, -1)).split(' ').map(fold).join(' ')
  if (kind === 'REF') return text.normalize('NFC').toLowerCase()
  return text
}

/** Quoted text as it is kept and compared: composed, with single spaces. */
function oneSpaced(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b\u202f\u2060\ufeff]+/gu, ' ')
    .trim()
}

function match(shape: RegExp, text: string, at: number): string | undefined {
  shape.lastIndex = at
  return shape.test(text) && shape.lastIndex > at ? text.slice(at, shape.lastIndex) : undefined
}
