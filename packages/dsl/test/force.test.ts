import { describe, expect, test } from 'vitest'
import { type BoundProgram, ask, bindCalendar, coverage, format, translate } from '../src/index.ts'
import { day } from '@motcua/calendar'
import type { SourceFile } from '../src/index.ts'
import { demonstrationHours, nationalFiles, programOf, regulation } from './law.ts'

const bound = (...files: SourceFile[]): BoundProgram => bindCalendar(programOf(files), demonstrationHours)
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

describe('running matters when the law changes', () => {
  const old = (hours: string) =>
    regulation(
      `quy tắc kiểm tra hồ sơ nộp trực tuyến
      căn cứ khoản 1 Điều 9
      trong ${hours} giờ làm việc kể từ khi nộp`,
      'hết hiệu lực từ 01/04/2021',
    )
  const successor = (hours: string, header: string, rule = ''): SourceFile => ({
    path: 'moi.quyche',
    text: regulation(
      `quy tắc kiểm tra hồ sơ nộp trực tuyến
      căn cứ khoản 2 Điều 8
      ${rule}
      trong ${hours} giờ làm việc kể từ khi nộp`,
      `thay thế "1/2020/QĐ-UBND"\n${header}`,
    )
      .text.replace('"1/2020/QĐ-UBND" của', '"2/2021/QĐ-UBND" của')
      .replace('01/01/2020', '01/04/2021'),
  })
  const clause = (choice: string) =>
    `chuyển tiếp việc đang giải quyết theo quy định ${choice} tại khoản 2 Điều 3`
  // The change falls on Thursday 1 April 2021; 08:30 on Wednesday plus 8 hours is 08:30 on Thursday.
  const across = { submittedAt: '2021-03-31T08:30:00+07:00' }
  const ended = { submittedAt: '2021-03-30T08:30:00+07:00' }
  const [byOld, byNew] = ['2021-04-01T08:30:00+07:00', '2021-03-31T14:00:00+07:00']
  const decided = (law: BoundProgram, facts: Record<string, unknown>) => ask(law, 'intake.decision', facts)

  test.each([
    ['cũ', byOld],
    ['mới', byNew],
    ['có lợi hơn cho người dân', byNew],
  ])('follow the rule that the clause names: %s', (choice, answer) => {
    const law = bound(old('08'), successor('04', clause(choice)))
    expect(decided(law, across).answer).toBe(answer)
  })

  test('keep the rule that opened their clock where no clause stands (AMB-17.1)', () => {
    const law = bound(old('08'), successor('04', 'chuyển tiếp việc đang giải quyết không quy định'))
    expect(decided(law, across)).toMatchObject({ answer: byOld })
    expect(decided(law, across).transition).toBeUndefined()
    expect(law.program.dispatch.questions.get('intake.decision')!.changes).toBeNull()
  })

  test('are only those whose time had not run out before the new rule took effect', () => {
    const law = bound(old('08'), successor('04', clause('mới')))
    expect(decided(law, ended).answer).toBe('2021-03-31T08:30:00+07:00')
    expect(decided(law, ended).transition).toBeUndefined()
    expect(decided(law, { submittedAt: '2021-04-01T00:00:00+07:00' }).basis[0]!.regulation).toBe(
      '2/2021/QĐ-UBND',
    )
  })

  test('take the earlier deadline of an office, explained with both dates and the article of the clause', () => {
    const law = bound(old('08'), successor('04', clause('có lợi hơn cho người dân')))
    const { because, transition } = decided(law, across)
    expect(transition).toEqual({ choice: 'better', took: 'new', old: byOld, new: byNew })
    expect(because.slice(-3, -1)).toEqual([
      {
        vi: 'Việc đang giải quyết khi quy định mới có hiệu lực ngày 01/04/2021 được thực hiện theo quy định có lợi hơn cho người dân (khoản 2 Điều 3, Quyết định 2/2021/QĐ-UBND).',
        en: 'A matter under way when the new rule took effect on 1 April 2021 follows the rule better for the citizen (clause 2, article 3, Decision 2/2021/QĐ-UBND).',
        basis: { regulation: '2/2021/QĐ-UBND', article: '3', clause: '2' },
      },
      {
        vi: 'Hạn theo quy định cũ: 08:30 thứ Năm 01/04/2021; theo quy định mới: 14:00 thứ Tư 31/03/2021; áp dụng quy định mới.',
        en: 'By the old rule it is due at 08:30 on Thursday 1 April 2021; by the new rule at 14:00 on Wednesday 31 March 2021; the new rule is taken.',
      },
    ])
    const slower = bound(old('08'), successor('16', clause('có lợi hơn cho người dân')))
    expect(decided(slower, across)).toMatchObject({ answer: byOld, transition: { took: 'old' } })
  })

  test('take the later end of time that is granted to the citizen', () => {
    const wait = (days: string, binds = '') => `quy tắc thời gian chờ bổ sung hồ sơ
      căn cứ Điều 7
      ${binds}
      trong ${days} ngày làm việc kể từ khi gửi yêu cầu bổ sung`
    const files = (before: string, after: string): SourceFile[] => [
      regulation(wait(before), 'hết hiệu lực từ 01/04/2021'),
      {
        path: 'moi.quyche',
        text: regulation(wait(after), `thay thế "1/2020/QĐ-UBND"\n${clause('có lợi hơn cho người dân')}`)
          .text.replace('"1/2020/QĐ-UBND" của', '"2/2021/QĐ-UBND" của')
          .replace('01/01/2020', '01/04/2021'),
      },
    ]
    const facts = { noticedAt: '2021-03-31T08:30:00+07:00' }
    const took = (before: string, after: string) =>
      ask(bound(...files(before, after)), 'supplement.window', facts).transition?.took
    expect([took('05', '10'), took('10', '05'), took('05', '05')]).toEqual(['new', 'old', 'old'])
  })

  test('follow a clause of one rule against that of the whole text', () => {
    const law = bound(
      old('08'),
      successor('04', clause('cũ'), 'chuyển tiếp việc đang giải quyết theo quy định mới'),
    )
    expect(decided(law, across)).toMatchObject({ answer: byNew, transition: { choice: 'new', took: 'new' } })
  })

  test('asked about on a later day, stay with the old rule where the clause says so, and only they', () => {
    const law = bound(old('08'), successor('04', clause('cũ')))
    const asOf = '2021-04-20T09:00:00+07:00'
    expect(decided(law, { ...across, asOf }).answer).toBe(byOld)
    expect(decided(law, { submittedAt: '2021-04-02T08:30:00+07:00', asOf }).basis[0]!.regulation).toBe(
      '2/2021/QĐ-UBND',
    )
    const without = bound(old('08'), successor('04', 'chuyển tiếp việc đang giải quyết không quy định'))
    expect(decided(without, { ...across, asOf }).answer).toBe(byNew)
  })

  test('an act on an old dossier keeps the old rule where the clause says so and the dossier’s beginning is told', () => {
    const times = (n: string) => `quy tắc số lần hẹn lại\ncăn cứ Điều 7\nkhông quá ${n} lần`
    const files: SourceFile[] = [
      regulation(times('03'), 'hết hiệu lực từ 01/04/2021'),
      {
        path: 'moi.quyche',
        text: regulation(times('01'), `thay thế "1/2020/QĐ-UBND"\n${clause('cũ')}`)
          .text.replace('"1/2020/QĐ-UBND" của', '"2/2021/QĐ-UBND" của')
          .replace('01/01/2020', '01/04/2021'),
      },
    ]
    const law = bound(...files)
    const asOf = '2021-04-20T09:00:00+07:00'
    expect(ask(law, 'extension.times', { asOf }).answer).toBe(1)
    expect(ask(law, 'extension.times', { asOf, acceptedAt: '2021-03-20T09:00:00+07:00' }).answer).toBe(3)
    expect(ask(law, 'extension.times', { asOf, acceptedAt: '2021-04-02T09:00:00+07:00' }).answer).toBe(1)
  })

  test('pass over two changes, each by its own clause', () => {
    const third: SourceFile = {
      path: 'moi-hon.quyche',
      text: successor('02', clause('mới'))
        .text.replace('"2/2021/QĐ-UBND" của', '"3/2021/QĐ-UBND" của')
        .replace('thay thế "1/2020', 'thay thế "2/2021')
        .replace('có hiệu lực 01/04/2021', 'có hiệu lực 02/04/2021'),
    }
    const second = successor('16', `${clause('mới')}\nhết hiệu lực từ 02/04/2021`)
    const law = bound(old('08'), second, third)
    // By the second it is due on 2 April at 08:30, so it still runs when the third takes effect.
    expect(decided(law, across)).toMatchObject({ answer: '2021-03-31T10:30:00+07:00' })
    expect(decided(law, across).basis[0]!.regulation).toBe('3/2021/QĐ-UBND')
  })

  test('within one text, from one rule to the next that says so', () => {
    const windows = regulation(
      [
        intake('08', 'điều khoản này có hiệu lực đến hết ngày 31/03/2021'),
        intake(
          '04',
          'điều khoản này có hiệu lực từ ngày 01/04/2021\nchuyển tiếp việc đang giải quyết theo quy định mới',
        ),
      ].join('\n'),
    )
    expect(decided(bound(windows), across)).toMatchObject({ answer: byNew, transition: { took: 'new' } })
  })
})
