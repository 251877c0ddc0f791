import type { Bilingual, Findings, Fix, Language } from '../source/diagnostic.ts'
import type { Span } from '../source/span.ts'
import type { PhraseType } from '../vocabulary/phrase.ts'
import { type Lexeme, type Terminal, textOf } from './lexemes.ts'
import { type Parsed, isStatement } from './parse.ts'
import { leadingTypes, phrases } from './phrase-table.ts'
import { closest, suggestion } from './suggest.ts'
import { type Meant, helps, isWord, meantBy } from './meant.ts'

/** Says what is wrong with a statement that does not parse: the unknown word, the item expected, the repair. */
export function report(
  path: string,
  lexemes: readonly Lexeme[],
  result: Exclude<Parsed, { ok: true }>,
  lang: Language,
  findings: Findings,
): void {
  const unknown = lexemes.findIndex(({ type }) => type === 'UNKNOWN' || type === 'ERROR')
  if ('ambiguous' in result) {
    findings.add('E0299', spanOf(path, lexemes[0]!, lexemes.at(-1)!), {
      vi: `câu này đọc được theo ${result.ambiguous} cách; đây là lỗi của ngôn ngữ, xin báo lại`,
      en: `this statement has ${result.ambiguous} readings; that is a fault of the language, please report it`,
    })
  } else if (unknown >= 0 && unknown <= result.at)
    unknownWord(path, lexemes, unknown, result.expected, lang, findings)
  else unexpected(path, lexemes, result.at, result.expected, lang, findings)
}

function unknownWord(
  path: string,
  lexemes: readonly Lexeme[],
  at: number,
  expected: readonly Terminal[],
  lang: Language,
  findings: Findings,
): void {
  const bad = lexemes[at]!
  const meant = meantBy(lexemes, at, lang)
  if (bad.type === 'ERROR') {
    findings.add(
      'E0100',
      spanOf(path, bad, bad),
      {
        vi: `không đọc được «${clip(bad.text)}»`,
        en: `cannot read \`${clip(bad.text)}\``,
      },
      fixesOf(path, lexemes, at, meant),
    )
    return
  }
  if (lexemes[at - 1]?.type === 'RULE') return unknownQuestion(path, lexemes, at, findings)
  const near = meant && isWord(meant.first) ? meant : suggestion(lexemes, at, expected)
  const [first, last] = near ? [near.first, near.last] : [bad, bad]
  const span = spanOf(path, first, last)
  const text = textOf(lexemes.slice(lexemes.indexOf(first), lexemes.indexOf(last) + 1))
  findings.add(
    'E0101',
    span,
    { vi: `không hiểu «${text}»`, en: `\`${text}\` is not a word of the language` },
    near
      ? {
          help: didYouMean(near.text),
          ...(near === meant || helps(lexemes, at, near) ? { fixes: [replaceWith(span, near.text)] } : {}),
        }
      : fixesOf(path, lexemes, at, meant),
  )
}

/** What was meant in place of something, or that the statement can be read without it. */
function fixesOf(
  path: string,
  lexemes: readonly Lexeme[],
  at: number,
  meant: Meant | undefined,
): { fixes?: Fix[] } {
  if (meant) return { fixes: [replaceWith(spanOf(path, meant.first, meant.last), meant.text)] }
  if (lexemes.length > 1 && isStatement(lexemes.toSpliced(at, 1)))
    return { fixes: [without(path, lexemes[at]!)] }
  return {}
}

const without = (path: string, bad: Lexeme): Fix => ({
  label: { vi: `bỏ «${bad.text}»`, en: `remove \`${bad.text}\`` },
  span: spanOf(path, bad, bad),
  text: '',
})

function unknownQuestion(path: string, lexemes: readonly Lexeme[], at: number, findings: Findings): void {
  const span = spanOf(path, lexemes[at]!, lexemes.at(-1)!)
  const text = textOf(lexemes.slice(at))
  const near = closest(text, ['QUESTION'], 0.5)
  findings.add(
    'E0110',
    span,
    {
      vi: `hệ thống không có câu hỏi «${text}»; một quy tắc phải trả lời một câu hỏi trong danh mục`,
      en: `the system asks no question \`${text}\`; a rule answers a question of the list`,
    },
    near === undefined
      ? { help: { vi: 'xem: motcua rules questions', en: 'see: motcua rules questions' } }
      : { help: didYouMean(near), fixes: [replaceWith(span, near)] },
  )
}

function unexpected(
  path: string,
  lexemes: readonly Lexeme[],
  at: number,
  expected: readonly Terminal[],
  lang: Language,
  findings: Findings,
): void {
  const bad = lexemes[at]
  if (bad && leadingTypes.has(bad.type as PhraseType) && isStatement(lexemes.slice(0, at))) {
    findings.add(
      'E0204',
      spanOf(path, bad, bad),
      {
        vi: `«${bad.text}» mở một câu mới nên phải đứng đầu dòng`,
        en: `\`${bad.text}\` begins a statement and must stand at the start of a line`,
      },
      { fixes: [{ label: newLine, span: spanOf(path, bad, bad), text: `\n  ${bad.text}` }] },
    )
    return
  }
  const wanted = describe(expected)
  const where = bad ?? lexemes.at(-1)!
  const message: Bilingual = bad
    ? wanted.vi === ''
      ? {
          vi: `câu đã trọn trước «${clip(bad.text)}»`,
          en: `the statement is complete before \`${clip(bad.text)}\``,
        }
      : {
          vi: `cần ${wanted.vi}, nhưng gặp «${clip(bad.text)}»`,
          en: `expected ${wanted.en}, found \`${clip(bad.text)}\``,
        }
    : {
        vi: `câu chưa trọn: còn thiếu ${wanted.vi}`,
        en: `the statement stops too early: expected ${wanted.en}`,
      }
  const fixes = repairs(path, lexemes, at, expected, lang)
  findings.add(
    bad ? 'E0201' : 'E0202',
    spanOf(path, where, where),
    message,
    fixes.length > 0 ? { fixes } : {},
  )
}

const newLine: Bilingual = { vi: 'xuống dòng', en: 'start a new line' }

/** One-token repairs that make the whole statement readable: put one in, take one out, put another in its place. */
function repairs(
  path: string,
  lexemes: readonly Lexeme[],
  at: number,
  expected: readonly Terminal[],
  lang: Language,
): Fix[] {
  const found: Fix[] = []
  const bad = lexemes[at]
  const after = bad?.from ?? lexemes.at(-1)!.to
  const meant = bad && meantBy(lexemes, at, lang)
  if (meant) found.push(replaceWith(spanOf(path, meant.first, meant.last), meant.text))
  if (bad && isStatement(lexemes.toSpliced(at, 1))) found.push(without(path, bad))
  // Where a slip of the pen is found, no other word is guessed.
  for (const type of meant ? [] : expected) {
    const text = sample(type, lang)
    if (text === undefined) continue
    const one: Lexeme = { type, value: '', text, from: after, to: after, first: false }
    if (isStatement(lexemes.toSpliced(at, 0, one))) {
      const span = { path, from: after, to: after }
      found.push({ label: { vi: `thêm «${text}»`, en: `insert \`${text}\`` }, span, text: ` ${text} ` })
    }
    if (bad && isStatement(lexemes.toSpliced(at, 1, one)))
      found.push(replaceWith(spanOf(path, bad, bad), text))
    if (found.length >= 3) break
  }
  return found.slice(0, 3)
}

const shapes: Partial<Record<Terminal, Bilingual>> = {
  NUMBER: { vi: 'một số', en: 'a number' },
  DATE: { vi: 'một ngày dd/mm/yyyy', en: 'a date dd/mm/yyyy' },
  DATETIME: { vi: 'một thời điểm như 2026-03-06T17:30', en: 'a moment such as 2026-03-06T17:30' },
  TIME: { vi: 'giờ như 17:00', en: 'a time such as 17:00' },
  STRING: { vi: 'chữ trong ngoặc kép', en: 'a text in quotation marks' },
  QUOTE: { vi: 'trích dẫn «…»', en: 'a quotation «…»' },
  SLUG: { vi: 'một ký hiệu như ND118_2025', en: 'a symbol such as ND118_2025' },
  REF: { vi: 'dẫn chiếu như 12.2.a', en: 'a reference such as 12.2.a' },
  DECIMAL: { vi: 'một số thập phân như 3,5', en: 'a decimal such as 3.5' },
  FRACTION: { vi: 'một phân số như 1/3', en: 'a fraction such as 1/3' },
  LETTER: { vi: 'chữ cái của điểm', en: 'the letter of a point' },
  NUMWORD: { vi: 'số bằng chữ trong ngoặc', en: 'the number in words in brackets' },
  NAME: { vi: 'một tên trong danh mục', en: 'a name of a list' },
  EVENT: { vi: 'một sự kiện', en: 'an event' },
  QUESTION: { vi: 'một câu hỏi trong danh mục', en: 'a question of the list' },
  UNIT: {
    vi: '«giờ làm việc», «ngày làm việc», «ngày lịch» hoặc «tháng»',
    en: '`working hours`, `working days`, `calendar days` or `months`',
  },
}

const markText: Partial<Record<Terminal, string>> = {
  COMMA: ',',
  COLON: ':',
  OPEN: '{',
  CLOSE: '}',
  LPAREN: '(',
  RPAREN: ')',
  EQUALS: '=',
  COMPARE: '<',
  MINUS: '-',
  PLUS_SIGN: '+',
  SLASH: '/',
}

/** At most three of the items that could stand here. A bare unit is read only to be refused, so it is not offered. */
function describe(expected: readonly Terminal[]): Bilingual {
  const wanted = expected.filter((type) => type !== 'BARE_UNIT' && type !== 'NUMWORD').slice(0, 3)
  const say = (lang: Language) =>
    wanted
      .map((type) => shapes[type]?.[lang] ?? quoted(sample(type, lang) ?? type, lang))
      .join(lang === 'vi' ? ' hoặc ' : ' or ')
  return { vi: say('vi'), en: say('en') }
}

const quoted = (text: string, lang: Language): string => (lang === 'vi' ? `«${text}»` : `\`${text}\``)

/** How a terminal is written, where it is written in one way only. */
function sample(type: Terminal, lang: Language): string | undefined {
  if (markText[type]) return markText[type]
  if (type === 'UNIT' || type === 'NAME' || type === 'EVENT' || type === 'QUESTION') return undefined
  return phrases.find((one) => one.type === type)?.[lang][0]
}

const didYouMean = (phrase: string): Bilingual => ({
  vi: `có phải «${phrase}»?`,
  en: `did you mean \`${phrase}\`?`,
})

function replaceWith(span: Span, text: string): Fix {
  return { label: { vi: `thay bằng «${text}»`, en: `replace with \`${text}\`` }, span, text }
}

const clip = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

const spanOf = (path: string, first: Lexeme, last: Lexeme): Span => ({ path, from: first.from, to: last.to })
