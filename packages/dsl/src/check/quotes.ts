import type { Quote, Regulation } from '../ast/nodes.ts'
import { sha256 } from '../compile/stable.ts'
import { readFile } from '../read.ts'
import { type Bilingual, type Diagnostic, type Findings, newFindings } from '../source/diagnostic.ts'
import type { SourceFile } from '../source/span.ts'
import { languageOfText } from '../syntax/language.ts'
import { wordsFor } from '../syntax/phrase-table.ts'

/**
 * The fingerprint of a passage of an official text: 16 hexadecimal digits, the same however the letters are composed
 * and the lines are broken. Where a tone stands is part of the wording and is kept.
 */
export const fingerprintOf = (passage: string): string => sha256(asPrinted(passage)).slice(0, 16)

/** Letters composed, white space collapsed; nothing else of the wording is touched. */
const asPrinted = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b\u202f\u2060\ufeff]+/gu, ' ')
    .trim()

/** A quotation is still the passage that its fingerprint was taken of. */
export function checkQuotes({ rules }: Regulation, findings: Findings): void {
  for (const quote of rules.flatMap(({ quotes }) => quotes)) {
    if (quote.fingerprint === undefined || quote.fingerprint === fingerprintOf(quote.text)) continue
    findings.add(
      'E0510',
      quote.fingerprintSpan!,
      {
        vi: 'nguyên văn không còn là đoạn mà dấu đối chiếu được lấy từ đó',
        en: 'the source text is not the passage its fingerprint was taken of',
      },
      { help: howToVerify },
    )
  }
}

const howToVerify: Bilingual = {
  vi: 'đối chiếu lại với văn bản gốc: motcua rules quotes TỆP --against VĂN-BẢN --write',
  en: 'compare it with the official text: motcua rules quotes FILE --against TEXT --write',
}

/** How the quotations of a file stand against the official text. */
export interface VerifiedQuotes {
  readonly quotes: number
  /** Quotations of the text that have no fingerprint yet, or an old one. */
  readonly unmarked: number
  /** E0510 for each that the text does not hold, and for each fingerprint that is of another passage. */
  readonly diagnostics: readonly Diagnostic[]
  /** The file with the fingerprint of every quotation that the text holds. */
  readonly text: string
}

/** Looks up every quotation of a file in the official text it was taken from. */
export function verifyQuotes(file: SourceFile, official: string): VerifiedQuotes {
  const tree = readFile(file, newFindings())
  const quotes = tree?.k === 'regulation' ? tree.rules.flatMap((rule) => rule.quotes) : []
  const printed = asPrinted(official)
  const findings = newFindings()
  const held: Quote[] = []
  for (const quote of quotes) {
    if (printed.includes(asPrinted(quote.text))) held.push(quote)
    else missing(quote, printed, findings)
  }
  if (tree?.k === 'regulation') checkQuotes(tree, findings)
  const unmarked = held.filter(({ text, fingerprint }) => fingerprint !== fingerprintOf(text))
  return {
    quotes: quotes.length,
    unmarked: unmarked.length,
    diagnostics: findings.list,
    text: marked(file.text, unmarked),
  }
}

/** Where a quotation leaves the official text, with what stands there instead. */
function missing({ text, quoteSpan }: Quote, printed: string, findings: Findings): void {
  const words = asPrinted(text).split(' ')
  let same = words.length
  while (same > 0 && !printed.includes(words.slice(0, same).join(' '))) same--
  const start = words.slice(0, same).join(' ')
  const there = printed
    .slice(printed.indexOf(start) + start.length)
    .trim()
    .split(' ')
    .slice(0, 6)
    .join(' ')
  findings.add(
    'E0510',
    quoteSpan,
    {
      vi: 'văn bản gốc không có đoạn nguyên văn này',
      en: 'the official text does not hold this passage',
    },
    same === 0
      ? {}
      : {
          notes: [
            {
              vi: `sau «${words.slice(Math.max(0, same - 6), same).join(' ')}» văn bản gốc viết «${there}»`,
              en: `after “${words.slice(Math.max(0, same - 6), same).join(' ')}” the official text reads “${there}”`,
            },
          ],
        },
  )
}

function marked(text: string, quotes: readonly Quote[]): string {
  const word = wordsFor('FINGERPRINT', '', languageOfText(text))
  let out = text
  for (const { text: passage, quoteSpan, fingerprintSpan } of quotes.toReversed()) {
    const mark = `"${fingerprintOf(passage)}"`
    out = fingerprintSpan
      ? out.slice(0, fingerprintSpan.from) + mark + out.slice(fingerprintSpan.to)
      : `${out.slice(0, quoteSpan.to)} ${word} ${mark}${out.slice(quoteSpan.to)}`
  }
  return out
}
