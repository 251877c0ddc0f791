import { addDays } from '@motcua/calendar'
import type { CivilDate } from '@motcua/calendar'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellsOf } from '../src/compile/cells.ts'
import { askTouching } from '../src/evaluate/ask.ts'
import { type SourceFile, bindCalendar, compile, questions } from '../src/index.ts'
import { demonstrationHours } from './law.ts'
import { readOff } from './read-off.ts'

const question = questions.find(({ key }) => key === 'payment.channels')!
const dates = [
  '2019-06-01',
  '2020-01-01',
  '2020-07-01',
  '2021-01-01',
  '2021-06-15',
  '2022-01-01',
  '2022-09-01',
]
const written = (date: string) => date.split('-').toReversed().join('/')
const dayBefore = (date: string) => addDays(date as CivilDate, -1)

interface Choice {
  readonly level: string
  /** Places in `dates` between which it holds; null where it holds always. */
  readonly window: readonly [number, number] | null
  readonly follows: '' | ' ' | ' như được sửa đổi' | ' như tại ngày ban hành quy chế này'
}

const choice = (level: string): fc.Arbitrary<Choice | null> =>
  fc.option(
    fc.record({
      level: fc.constant(level),
      window: fc.option(fc.tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 4, max: 5 }))),
      follows: fc.constantFrom(
        '' as const,
        ' ' as const,
        ' như được sửa đổi' as const,
        ' như tại ngày ban hành quy chế này' as const,
      ),
    }),
  )
const rest = fc.constantFrom('', ' ', ' như được sửa đổi', ' như tại ngày ban hành quy chế này')

const law = fc.record({
  rules: fc.tuple(choice('1'), choice('2'), choice('3'), choice('4')),
  rest,
  /** Where the second version of the province begins. */
  second: fc.constantFrom(null, 5),
  issued: fc.integer({ min: 0, max: 1 }),
  /** Levels answered by the decree, by what amends it, and by what comes after it. */
  decree: fc.subarray(['1', '2', '3', '4'], { minLength: 1 }),
  amending: fc.option(
    fc.record({
      levels: fc.subarray(['1', '2', '3', '4'], { minLength: 1 }),
      from: fc.integer({ min: 1, max: 4 }),
    }),
  ),
  ended: fc.option(
    fc.record({ how: fc.constantFrom('thay thế', 'bãi bỏ', 'làm hết hiệu lực'), at: fc.constantFrom(5, 6) }),
  ),
})

const rule = (body: string) => `quy tắc kênh thanh toán\n${body}`
const answers = (levels: readonly string[], channel: string) =>
  rule(
    `căn cứ Điều 3\n${levels.map((level) => `khi mức độ là ${level}\nqua ${channel}\n`).join('')}trường hợp khác không quy định\n`,
  )

function filesOf({
  rules,
  rest: left,
  second,
  issued,
  decree,
  amending,
  ended,
}: typeof law extends fc.Arbitrary<infer T> ? T : never): SourceFile[] {
  const head = (no: string, from: string, more: string) =>
    `quy chế "${no}" của "Thử"\nban hành ${written(dates[issued]!)} bởi "UBND tỉnh"\ncó hiệu lực ${written(from)}\n${more}`
  const one = ({ level, window, follows }: Choice) => {
    const holds = window
      ? `điều khoản này có hiệu lực từ ngày ${written(dates[window[0]]!)} đến hết ngày ${written(dayBefore(dates[window[1]]!))}\n`
      : ''
    const does = follows === '' ? 'qua trực tuyến' : `thực hiện theo Điều 3 của ND1_2019${follows}`
    return rule(`căn cứ Điều 5\n${holds}khi mức độ là ${level}\n${does}\n`)
  }
  const body =
    [
      ...rules.filter((found) => found !== null).map(one),
      rule(`căn cứ Điều 6\nkhi mức độ là toàn trình\nqua bộ phận một cửa\n`),
      ...(left === ''
        ? []
        : [rule(`căn cứ Điều 7\ntrường hợp khác thực hiện theo Điều 3 của ND1_2019${left}\n`)]),
    ].join('') + (left === '' ? 'trường hợp khác không quy định\n' : '')
  const national = (no: string, symbol: string, from: string, more: string, text: string) => ({
    path: symbol,
    text: `văn bản quốc gia "${no}" của "Chính phủ"\nký hiệu ${symbol}\ncó hiệu lực ${written(from)}\n${more}${text}`,
  })
  const until = ended ? `hết hiệu lực từ ${written(dates[ended.at]!)}\n` : ''
  const start = dates[1]!
  return [
    {
      path: 'a',
      text: head('1/QĐ', start, second === null ? '' : `hết hiệu lực từ ${written(dates[second]!)}\n`) + body,
    },
    ...(second === null
      ? []
      : [{ path: 'b', text: head('2/QĐ', dates[second]!, '') + answers(['1', '3'], 'bưu chính công ích') }]),
    national('1/NĐ', 'ND1_2019', dates[0]!, until, answers(decree, 'trực tuyến')),
    ...(amending
      ? [
          national(
            '2/NĐ',
            'ND2_2020',
            dates[amending.from]!,
            `sửa đổi "1/NĐ"\n${until}`,
            answers(amending.levels, 'chuyển khoản'),
          ),
        ]
      : []),
    ...(ended
      ? [
          national(
            '3/NĐ',
            'ND3_2022',
            dates[ended.at]!,
            `${ended.how} "1/NĐ"\n`,
            answers(['1', '2'], 'bộ phận một cửa'),
          ),
        ]
      : []),
  ]
}

test('the tables answer as the texts read, whatever holds when, refers to what, and becomes of it', () => {
  const days = dates.flatMap((date) => [dayBefore(date), date])
  const cells = cellsOf(question).filter(({ mode }) => mode === 'online')
  let delegated = 0
  fc.assert(
    fc.property(law, (one) => {
      const { program, diagnostics } = compile(filesOf(one))
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      const bound = bindCalendar(program!, demonstrationHours)
      const { trees } = program!
      const cases = trees.flatMap((tree) => tree.rules.flatMap((found) => found.cases))
      for (const date of days) {
        for (const cell of cells) {
          const { touched } = askTouching(bound, question.key, { ...cell, asOf: `${date}T09:00:00+07:00` })
          const expected = readOff(trees, question.key, date, cell)
          if (expected.length > 1) delegated++
          expect(touched.map((effect) => cases.indexOf(cases[effect]!))).toEqual(
            expected.map((found) => cases.indexOf(found)),
          )
        }
      }
    }),
    { numRuns: 150, seed: 17 },
  )
  expect(delegated).toBeGreaterThan(1_000)
})
