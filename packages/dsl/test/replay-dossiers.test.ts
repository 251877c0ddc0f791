import type { Instant } from '@motcua/calendar'
import { describe, expect, test } from 'vitest'
import {
  type BoundProgram,
  type PastDossier,
  asIfAlwaysInForce,
  askBare,
  bindCalendar,
  replayDossiers,
} from '../src/index.ts'
import { demonstrationHours, filesOf, lawOf, nationalFiles, programOf, regulation } from './law.ts'

const at = (text: string) => `${text}:00+07:00` as Instant
const filed = (code: string, submittedAt: string, more: Partial<PastDossier> = {}): PastDossier => ({
  code,
  mode: 'online',
  level: '4',
  limit: { n: 10, unit: 'working-day' },
  submittedAt: at(submittedAt),
  ...more,
})
const lawWith = (rules: string): BoundProgram =>
  bindCalendar(programOf([...nationalFiles, regulation(rules)]), demonstrationHours)
const intake = (hours: string) =>
  lawWith(`quy tắc kiểm tra hồ sơ nộp trực tuyến\ncăn cứ Điều 9\ntrong ${hours} giờ làm việc kể từ khi nộp`)

describe('dates', () => {
  const dossiers = [
    filed('H35.1', '2026-03-06T09:00'),
    filed('H35.2', '2026-03-06T16:30'),
    filed('H35.3', '2026-03-07T10:00'),
  ]

  test('fewer hours move every answer earlier, and the dossier that moves furthest is named with both dates', () => {
    const { questions, dossiers: n, changed } = replayDossiers(intake('08'), intake('06'), dossiers)
    const [found] = questions
    expect([n, changed]).toEqual([3, 3])
    expect(found).toMatchObject({ question: 'intake.decision', asked: 3, same: 0, earlier: 3, later: 0 })
    // From Friday 09:00 eight hours end on Monday at 09:00, six on Friday at 16:30: over the week-end.
    expect(found!.worst).toEqual([
      {
        code: 'H35.1',
        facts: { submittedAt: at('2026-03-06T09:00'), mode: 'online' },
        before: at('2026-03-09T09:00'),
        after: at('2026-03-06T16:30'),
        seconds: -64.5 * 3_600,
      },
    ])
  })

  test('more hours move them later, and the same law moves none', () => {
    const [later] = replayDossiers(intake('06'), intake('08'), dossiers).questions
    expect([later!.later, later!.earlier]).toEqual([3, 0])
    expect(replayDossiers(intake('08'), intake('08'), dossiers).changed).toBe(0)
  })
})

test('timeliness is asked with the deadline that each law itself sets', () => {
  const law = (rule: string) =>
    lawWith(`quy tắc thời hạn giải quyết hồ sơ\ncăn cứ Điều 9\n${rule} kể từ khi tiếp nhận
quy tắc tình trạng đúng hạn của hồ sơ\ncăn cứ Điều 10
xếp loại trước hạn nếu ngày có kết quả < ngày hẹn trả
xếp loại đúng hạn nếu ngày có kết quả = ngày hẹn trả
xếp loại trễ hạn nếu ngày có kết quả > ngày hẹn trả`)
  const [tenDays, fiveDays] = [law('trong 10 ngày làm việc'), law('trong 05 ngày làm việc')]
  const done = filed('H35.1', '2026-03-02T09:00', {
    acceptedAt: at('2026-03-02T10:00'),
    resultAt: at('2026-03-11T10:00'),
    dueAt: at('2026-03-16T17:00'),
  })
  const { questions } = replayDossiers(tenDays, fiveDays, [done, filed('H35.2', '2026-03-02T09:00')])
  const found = questions.find(({ question }) => question === 'dossier.timeliness')!
  expect(found).toMatchObject({
    asked: 1,
    different: 1,
    turns: [{ before: 'early', after: 'late', count: 1 }],
  })
  expect(found.worst[0]!.code).toBe('H35.1')
})

test('TQ25-25.2a: dossiers of 2019 get a latest extended date they never had, their terms and the apology stay', () => {
  const law = lawOf('tuyen-quang')
  const always = asIfAlwaysInForce(law.program, 'rules/tuyen-quang/06-2025.quyche')
  const young = bindCalendar(always, demonstrationHours)
  const dossiers = ['2019-07-12T16:00', '2019-08-30T16:30', '2020-01-20T10:00'].map((day, i) =>
    filed(`H60.${i}`, day, { acceptedAt: at(day), dueAt: at('2020-03-02T17:00') }),
  )
  const { questions } = replayDossiers(law, young, dossiers)
  const of = (question: string) => questions.find((one) => one.question === question)!
  expect(of('intake.decision')).toMatchObject({ asked: 3, same: 3 })
  expect(of('processing.due')).toMatchObject({ asked: 3, same: 3 })
  expect(of('extension.latest')).toMatchObject({ asked: 3, gained: 3 })
  expect(of('apology.notice')).toMatchObject({ asked: 3, same: 3 })
})

test('as if always in force: a province has one version on every day, and the nation has the versions it had', () => {
  const { program } = lawOf('tuyen-quang')
  const always = asIfAlwaysInForce(program, 'rules/tuyen-quang/246-2019.quyche')
  expect(always.regulations.filter(({ province }) => province).map(({ number }) => number)).toEqual([
    '246/QĐ-UBND',
  ])
  const own = bindCalendar(always, demonstrationHours)
  const asked = askBare(own, 'extension.times', { asOf: at('2026-03-02T09:00') })
  expect(asked.basis[0]!.regulation).toBe('118/2025/NĐ-CP')
  expect(() => asIfAlwaysInForce(program, 'nowhere')).toThrow(RangeError)
})

test('the counts are those of asking one dossier after the other', () => {
  const files = filesOf('long-an')
  const faster = files.map((file) =>
    file.path.includes('long-an')
      ? { ...file, text: file.text.replace('sau 17:00 tính', 'sau 16:00 tính') }
      : file,
  )
  const [before, after] = [lawOf('long-an'), bindCalendar(programOf(faster), demonstrationHours)]
  const dossiers = Array.from({ length: 400 }, (_, i) => {
    const day = new Date(Date.parse('2026-01-05T00:00:00Z') + i * 5_431_000).toISOString().slice(0, 16)
    return filed(`H35.${i}`, day)
  })
  for (const { question, asked, same, earlier, later } of replayDossiers(before, after, dossiers).questions) {
    if (!question.startsWith('intake')) continue
    const pairs = dossiers.map(({ submittedAt, mode }) =>
      [before, after].map((law) => String(askBare(law, question, { submittedAt, mode }).answer)),
    )
    expect(asked).toBe(400)
    expect(same).toBe(pairs.filter(([a, b]) => a === b).length)
    expect(earlier).toBe(pairs.filter(([a, b]) => b! < a!).length)
    expect(later).toBe(pairs.filter(([a, b]) => b! > a!).length)
    expect(later).toBeGreaterThan(0)
  }
})
