import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readFile } from '../src/read.ts'
import { type Fix, newFindings } from '../src/source/diagnostic.ts'
import { type Lexeme, lexemes } from '../src/syntax/lexemes.ts'
import { parseStatement } from '../src/syntax/parse.ts'
import { phrases } from '../src/syntax/phrase-table.ts'
import { split } from '../src/syntax/split.ts'
import { translate } from '../src/index.ts'
import { statementSamples } from './statements.ts'

const kinds = statementSamples()
const isRead = (text: string) => split(lexemes(text)).every((cut) => parseStatement(cut.lexemes).ok)
const faultsOf = (text: string) => {
  const findings = newFindings()
  readFile({ path: 'x', text }, findings)
  return findings.list.filter(({ code }) => /^E0[12]/.test(code) && code !== 'E0211')
}
const repaired = (text: string, { span, text: put }: Fix) =>
  text.slice(0, span.from) + put + text.slice(span.to)

/** Kinds of lexemes that are written in one way in each language, so that a lost one can be put back. */
const single = new Set(
  [...Map.groupBy(phrases, ({ type }) => type)]
    .filter(([, all]) => all.length === 1)
    .map(([type]) => type as string),
)
const isWord = ({ text }: Lexeme) => /^\p{L}/u.test(text)

interface Edit {
  readonly how: 'lost' | 'doubled' | 'misspelt'
  readonly text: string
  /** Whether a repair must be found. */
  readonly mend: boolean
  /** Whether it still begins as a statement, so that every repair offered must make it one. */
  readonly whole: boolean
}

/** The statement with one lexeme lost, doubled or misspelt. */
function edits(line: string): Edit[] {
  const all = lexemes(line)
  return all.flatMap((one, i): Edit[] => {
    const misspelt = isWord(one) && one.text.length > 3 ? `${one.text.slice(0, -1)}x` : `${one.text}x`
    return [
      {
        how: 'lost',
        text: line.slice(0, one.from) + line.slice(one.to),
        mend: i > 0 && single.has(one.type),
        whole: i > 0,
      },
      { how: 'doubled', text: `${line.slice(0, one.to)} ${line.slice(one.from)}`, mend: true, whole: true },
      {
        how: 'misspelt',
        text: line.slice(0, one.from) + misspelt + line.slice(one.to),
        mend: true,
        whole: true,
      },
    ]
  })
}

describe.each(['vi', 'en'] as const)('a statement in %s with one token lost, doubled or misspelt', (lang) => {
  test.each([...kinds])('%s', { timeout: 30_000 }, (_, written) => {
    const head = lang === 'en' ? 'language en\n' : ''
    const line = lang === 'en' ? translate(written, 'en') : written
    for (const { how, text, mend, whole: begins } of edits(line)) {
      if (text.trim() === '' || isRead(text)) continue
      const whole = head + text
      const faults = faultsOf(whole)
      const fixes = faults.flatMap((fault) => fault.fixes ?? [])
      if (!begins) {
        expect({ how, text, faults: faults.length }).not.toMatchObject({ faults: 0 })
        continue
      }
      const said = { how, text, faults: faults.length > 0 }
      expect(said).toEqual({ how, text, faults: true })
      expect({
        ...said,
        unread: fixes.map((fix) => repaired(whole, fix)).filter((one) => !isRead(one)),
      }).toEqual({
        ...said,
        unread: [],
      })
      if (mend) expect({ ...said, fixes: fixes.length > 0 }).toEqual({ ...said, fixes: true })
    }
  })
})

test('every kind of statement of the grammar is among them', () => {
  const grammar = readFileSync(new URL('../src/syntax/grammar.ne', import.meta.url), 'utf8')
  const statements = grammar.slice(grammar.indexOf('\nstatement ->'), grammar.indexOf('\ntext ->'))
  const tags = [...statements.matchAll(/tag\('(\w+)'\)/g)].map(([, tag]) => tag!)
  const seen = new Set([...kinds.keys()].map((kind) => kind.split(' ')[0]!))
  expect([...new Set(tags)].filter((tag) => !seen.has(tag))).toEqual([])
})

test('several faults of a file are all told, each with its repair', () => {
  const text = `ngôn ngữ vi
quy chế "1/2020/QĐ-UBND" của "Thử"
  có hiệu lựx 01/01/2020
  ban hành 01/12/2019x bởi "UBND tỉnh"
quy tắc kiểm tra hồ sơ nộp trực tuyếm
  căn cứ Điềx 9
  trong 08giờ làm việc kể từ khi nộp
  sau 17:00 tính từ ngày làm việc kế tiếp tiếp
`
  const faults = faultsOf(text)
  expect(faults.map(({ span }) => text.slice(0, span.from).split('\n').length)).toEqual([3, 4, 5, 6, 7, 8])
  const all = faults.map(({ fixes }) => fixes![0]!).toSorted((a, b) => b.span.from - a.span.from)
  expect(isRead(all.reduce(repaired, text))).toBe(true)
})
