import type { Language } from '../source/diagnostic.ts'
import type { PhraseType } from '../vocabulary/phrase.ts'
import { languageOf } from './language.ts'
import { type Lexeme, isLeading, lexemes } from './lexemes.ts'
import { keysOf, phrases } from './phrase-table.ts'
import { translate } from './translate.ts'

/** Statements that open a part of the file stand at the margin; the others belong to the one above them. */
const openers: ReadonlySet<string> = new Set<PhraseType>([
  'LANGUAGE',
  'REGULATION',
  'NATIONAL_ACT',
  'CALENDAR',
  'EXAMPLE_HOURS',
  'RULE',
  'EXAMPLE',
])

/**
 * The file in its canonical form, or the same in the language `to`: phrases spelt as the vocabulary spells them,
 * statements indented under what they belong to, single spaces, one empty line before a rule and never two. Which of
 * two wordings stands, line breaks, numbers, names, quotations and comments stay, and so does the meaning.
 * Formatting twice changes nothing more.
 */
export function format(text: string, to?: Language): string {
  const composed = withLanguage(
    text
      .normalize('NFC')
      .replace(/^\ufeff/, '')
      .replace(/\r\n?/g, '\n'),
  )
  const own = languageOf(lexemes(composed))
  const spelt = spell(composed, own)
  return layOut(rowsOf(to === undefined || to === own ? spelt : translate(spelt, to)))
}

/** A file that does not say so is Vietnamese; in canonical form it says so, before its first statement. */
function withLanguage(text: string): string {
  const all = lexemes(text)
  const [first] = all
  if (!first || all.some(({ type }) => type === 'LANGUAGE')) return text
  return `${text.slice(0, first.from)}ngôn ngữ vi\n${text.slice(first.from)}`
}

/** Every phrase of the file's own language as the vocabulary writes it; those of the other language stay for the check. */
function spell(text: string, lang: Language): string {
  let out = ''
  let at = 0
  for (const one of lexemes(text)) {
    const spelling = spellingOf(one, lang)
    if (spelling === undefined) continue
    out += text.slice(at, one.from) + spelling
    at = one.to
  }
  return out + text.slice(at)
}

function spellingOf({ type, value, text, lang: written }: Lexeme, lang: Language): string | undefined {
  if (written !== lang && written !== 'both') return undefined
  const wordings = phrases.find((one) => one.type === type && one.value === value)?.[lang]
  const key = keysOf(text).join(' ')
  return wordings?.find((wording) => keysOf(wording).join(' ') === key)
}

/** One line of the file: what stood above it, its words, and the comment behind them. */
interface Row {
  /** Comments, and empty strings for empty lines. */
  readonly above: string[]
  readonly words: { readonly one: Lexeme; readonly spaced: boolean }[]
  comment: string
}

/** The lines that hold words; the last row has none and only what stands above the end. */
function rowsOf(text: string): Row[] {
  const rows: Row[] = [{ above: [], words: [], comment: '' }]
  let at = 0
  for (const one of lexemes(text)) {
    passGap(rows, text.slice(at, one.from))
    rows.at(-1)!.words.push({ one, spaced: one.from > at })
    at = one.to
  }
  passGap(rows, `${text.slice(at)}\n`)
  return rows
}

/** Space at the ends of a line, the kinds without width included. */
const margins = /^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/gu

/** Between two words stand spaces, line breaks and comments, and nothing else. */
function passGap(rows: Row[], gap: string): void {
  const [first, ...further] = gap.split('\n').map((part) => part.replace(margins, ''))
  if (further.length === 0) return
  const row = rows.at(-1)!
  if (row.words.length > 0) {
    row.comment = first!
    rows.push({ above: further.slice(0, -1), words: [], comment: '' })
  } else row.above.push(first!, ...further.slice(0, -1))
}

function layOut(rows: readonly Row[]): string {
  const lines: string[] = []
  let statement = ''
  for (const { above, words, comment } of rows) {
    const head = words[0]?.one
    if (head && isLeading(head)) statement = openers.has(head.type) ? '' : '  '
    const indent = head && !isLeading(head) ? `${statement}  ` : statement
    const apart = head?.type === 'RULE' && lines.length > 0 && !above.includes('')
    for (const line of apart ? ['', ...above] : above) {
      if (line !== '') lines.push((head ? indent : '') + line)
      else if (lines.length > 0 && lines.at(-1) !== '') lines.push('')
    }
    if (!head) continue
    const said = words
      .map(({ one, spaced }, i) => (i > 0 && spaced ? ' ' : '') + quoted(one.text, indent))
      .join('')
    lines.push(indent + said + (comment && `  ${comment}`))
  }
  while (lines.at(-1) === '') lines.pop()
  return lines.map((line) => `${line}\n`).join('')
}

/** A quotation may run over several lines; they stand under its first one. */
const quoted = (text: string, indent: string) => text.replace(/\s*\n\s*/g, `\n${indent}  `)
