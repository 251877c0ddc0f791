import { describe, expect, test } from 'vitest'
import { type BoundProgram, ask, bindCalendar, compile, coverage, format, translate } from '../src/index.ts'
import { day } from '@motcua/calendar'
import type { SourceFile } from '../src/index.ts'
import { demonstrationHours, nationalFiles, programOf, regulation } from './law.ts'

const bound = (...files: SourceFile[]): BoundProgram => bindCalendar(programOf(files), demonstrationHours)
const codes = (...files: SourceFile[]) => compile(files).diagnostics.map(({ code }) => code)
const reasons = (law: BoundProgram, question: string, facts: Record<string, unknown>) =>
  ask(law, question, facts).because.map(({ vi }) => vi)

const intake = (hours: string, window: string) => `quy tắc kiểm tra hồ sơ nộp trực tuyến
  căn cứ khoản 1 Điều 9
  ${window}
  trong ${hours} giờ làm việc kể từ khi nộp`

describe('a rule with days of its own', () => {
  const pilot = regulation(
    [
      intake('08', 'điều khoản này có hiệu lực từ ngày 01/07/2020 đến hết ngày 31/12/2020'),
      intake('04', 'điều khoản này có hiệu lực từ ngày 01/01/2021 đến hết ngày 30/06/2021'),
    ].join('\n'),
  )
  const law = bound(pilot)
  const on = (date: string) => ask(law, 'intake.decision', { submittedAt: `${date}T09:00:00+07:00` })

  test.each([
    ['2020-06-30', 'silent', null],
    ['2020-07-01', 'answered', '2020-07-02T09:00:00+07:00'],
    ['2020-12-31', 'answered', '2021-01-01T09:00:00+07:00'],
    ['2021-01-01', 'answered', '2021-01-01T14:30:00+07:00'],
    ['2021-06-30', 'answered', '2021-06-30T14:30:00+07:00'],
    ['2021-07-01', 'silent', null],
  ])('answers on %s: %s', (date, path, answer) => {
    expect(on(date)).toMatchObject({ path, answer })
    const line = coverage(law, day(date)).find(({ question }) => question === 'intake.decision')!
    expect(line.path).toBe(path)
  })

  test('is not in force before and after, and the explanation says so with its article', () => {
    expect(on('2021-07-01').because.slice(1)).toEqual([
      {
        vi: 'Quy định của tỉnh về «kiểm tra hồ sơ nộp trực tuyến» chỉ có hiệu lực từ 01/07/2020 đến hết 31/12/2020 (khoản 1 Điều 9, Quyết định 1/2020/QĐ-UBND).',
        en: "The province's rule on “online intake decision” holds only from 1 July 2020 through 31 December 2020 (clause 1, article 9, Decision 1/2020/QĐ-UBND).",
        basis: { regulation: '1/2020/QĐ-UBND', article: '9', clause: '1' },
      },
      expect.objectContaining({ vi: expect.stringContaining('từ 01/01/2021 đến hết 30/06/2021') as string }),
    ])
    expect(reasons(law, 'intake.decision', { submittedAt: '2020-07-01T09:00:00+07:00' }).at(-2)).toBe(
      'Quy định này chỉ có hiệu lực từ 01/07/2020 đến hết 31/12/2020 (khoản 1 Điều 9, Quyết định 1/2020/QĐ-UBND).',
    )
  })

  test('leaves the question to the nation outside its days', () => {
    const sunset = regulation(intake('04', 'điều khoản này có hiệu lực đến hết ngày 31/12/2025'))
    const inherited = bound(...nationalFiles, sunset)
    const at = (date: string) =>
      ask(inherited, 'intake.decision', { submittedAt: `${date}T09:00:00+07:00` }).path
    expect([at('2025-12-31'), at('2026-01-01')]).toEqual(['answered', 'inherited'])
  })

  test('is the same rule in English and in canonical form', () => {
    const { hash } = programOf([pilot])
    for (const lang of ['vi', 'en'] as const) {
      expect(programOf([{ ...pilot, text: format(pilot.text, lang) }]).hash).toBe(hash)
    }
    expect(translate(pilot.text, 'en')).toContain('this provision holds from 01/07/2020 through 31/12/2020')
  })

  test('may hold for some cases while other cases have a rule of all days', () => {
    const level = (n: string, window: string) =>
      `quy tắc kênh thanh toán\ncăn cứ Điều 3\n${window}\nkhi mức độ là ${n}\nqua trực tuyến\n`
    const staggered = regulation(
      `${level('3', '')}${level('4', 'điều khoản này có hiệu lực từ ngày 01/07/2020')}`,
    )
    const at = (n: string, asOf: string) =>
      ask(bound(staggered), 'payment.channels', { level: n, asOf }).answer
    expect([at('3', '2020-06-30'), at('4', '2020-06-30'), at('4', '2020-07-01')]).toEqual([
      ['online'],
      null,
      ['online'],
    ])
  })
})
