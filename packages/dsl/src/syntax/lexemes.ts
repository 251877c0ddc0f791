import type { Language } from '../source/diagnostic.ts'
import type { PhraseType } from '../vocabulary/phrase.ts'
import { leadingTypes, phraseTable } from './phrase-table.ts'
import { type Token, type TokenKind, tokenize } from './tokens.ts'

type Mark =
  | 'COMMA'
  | 'COLON'
  | 'OPEN'
  | 'CLOSE'
  | 'LPAREN'
  | 'RPAREN'
  | 'EQUALS'
  | 'COMPARE'
  | 'MINUS'
  | 'PLUS_SIGN'
  | 'SLASH'

/** The kinds of lexemes the grammar knows. */
export type Terminal = PhraseType | Mark | Exclude<TokenKind, 'PUNCT' | 'WORD'> | 'LETTER' | 'UNKNOWN'

/** A terminal of the grammar: a phrase, a mark or a token with a shape of its own. */
export interface Lexeme {
  readonly type: Terminal
  /** Meaning of a phrase; normalised text of anything else. */
  readonly value: string
  readonly text: string
  readonly from: number
  readonly to: number
  readonly first: boolean
  readonly lang?: Language | 'both'
}

const marks: Readonly<Record<string, Mark>> = {
  ',': 'COMMA',
  ':': 'COLON',
  '{': 'OPEN',
  '}': 'CLOSE',
  '(': 'LPAREN',
  ')': 'RPAREN',
  '=': 'EQUALS',
  '<': 'COMPARE',
  '<=': 'COMPARE',
  '>': 'COMPARE',
  '>=': 'COMPARE',
  '-': 'MINUS',
  '+': 'PLUS_SIGN',
  '/': 'SLASH',
}

/** The terminals of a text: longest phrases first, and UNKNOWN for each word no phrase begins with. Never throws. */
export function lexemes(text: string): Lexeme[] {
  const tokens = tokenize(text)
  const found: Lexeme[] = []
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i]!
    if (token.kind !== 'WORD') {
      found.push({ ...place(token), type: typeOf(token), value: token.key })
      i++
      continue
    }
    // In `điểm a` the single letter is a point of a clause, whatever the letter may mean elsewhere.
    if (found.at(-1)?.type === 'POINT' && /^\p{L}$/u.test(token.key)) {
      found.push({ ...place(token), type: 'LETTER', value: token.key })
      i++
      continue
    }
    const run = wordsFrom(tokens, i)
    const match = phraseTable.find(run, 0)
    if (!match) {
      found.push({ ...place(token), type: 'UNKNOWN', value: token.key })
      i++
      continue
    }
    const last = tokens[i + match.length - 1]!
    found.push({
      type: match.entry.type,
      value: match.entry.value,
      lang: match.entry.lang,
      text: text.slice(token.from, last.to),
      from: token.from,
      to: last.to,
      first: token.first,
    })
    i += match.length
  }
  return found
}

/** Whether a lexeme begins a statement. */
export const isLeading = (one: Lexeme): boolean => leadingTypes.has(one.type as PhraseType)

/** Lexemes as they are written, a space between them. */
export const textOf = (lexemes: readonly Lexeme[]): string => lexemes.map(({ text }) => text).join(' ')

const place = ({ text, from, to, first }: Token) => ({ text, from, to, first })

function typeOf(token: Token): Terminal {
  if (token.kind === 'PUNCT') return marks[token.key]!
  return token.kind as Terminal
}

/** Keys of the words that follow each other; no phrase is longer than twelve. */
function wordsFrom(tokens: readonly Token[], at: number): string[] {
  const keys: string[] = []
  for (let i = at; i < tokens.length && i < at + 12 && tokens[i]!.kind === 'WORD'; i++) {
    keys.push(tokens[i]!.key)
  }
  return keys
}
