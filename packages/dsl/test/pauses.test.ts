import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ask, bindCalendar } from '../src/index.ts'
import { demonstrationHours, nationalFiles, programOf, regulation } from './law.ts'
import { type Length, dayMinutes, dayOf, instantOf, minuteOf } from './obvious-clock.ts'
import { type Pause as PauseOf, walked } from './walked-clock.ts'

const law = bindCalendar(
  programOf([
    ...nationalFiles,
    regulation(`quy tắc thời hạn giải quyết hồ sơ
  căn cứ Điều 12
  không vượt quá thời gian công bố của thủ tục kể từ khi tiếp nhận
quy tắc cách tính thời gian khi tạm dừng
  căn cứ Điều 19
  khi lý do tạm dừng là yêu cầu bổ sung
  được xác định là tính lại từ đầu
  khi lý do tạm dừng thuộc {lấy ý kiến, bất khả kháng}
  được xác định là trừ ra
  khi lý do tạm dừng là xác minh thực tế
  được xác định là vẫn tính
  trường hợp khác không quy định`),
  ]),
  demonstrationHours,
)

const effects = {
  supplement: 'reset',
  consultation: 'exclude',
  'force-majeure': 'exclude',
  verification: 'continue',
  suspension: 'continue',
} as const

type Pause = PauseOf<keyof typeof effects>

const due = (start: number, limit: Length, pauses: readonly Pause[]) =>
  ask(law, 'processing.due', {
    acceptedAt: instantOf(start),
    limit,
    pauses: pauses.map(({ from, to, reason }) => ({
      from: instantOf(from),
      ...(to === null ? {} : { to: instantOf(to) }),
      reason,
    })),
  })

const first = minuteOf('2025-12-20T00:00')
const start = fc.integer({ min: first, max: minuteOf('2026-04-01T00:00') })
/** Any minute, or one of those at which something begins or ends. */
const within = (from: number, to: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to }), fc.constantFrom(null, 0, 450, 720, 810, 1_020))
    .map(([minute, edge]) => (edge === null ? minute : dayOf(minute) * dayMinutes + edge))

const pausesFrom = (at: number): fc.Arbitrary<Pause[]> =>
  fc.array(
    fc
      .tuple(
        within(at - 2_880, at + 14 * dayMinutes),
        fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 9, arbitrary: within(1, 9_000) }),
        fc.constantFrom(...(Object.keys(effects) as Pause['reason'][])),
      )
      .map(([from, length, reason]) => ({ from, to: length === null ? null : from + length + 1, reason })),
    { maxLength: 4 },
  )

const lengths: Record<string, fc.Arbitrary<Length>> = {
  'working hours': fc.integer({ min: 1, max: 40 }).map((n) => ({ n, unit: 'working-hour' })),
  'working days': fc.integer({ min: 1, max: 12 }).map((n) => ({ n, unit: 'working-day' })),
  'calendar days': fc.integer({ min: 1, max: 20 }).map((n) => ({ n, unit: 'calendar-day' })),
  months: fc.constant({ n: 1, unit: 'month' }),
}

describe('AMB-09: a clock walked minute by minute through its pauses ends when the law says', () => {
  test.each(Object.entries(lengths))('in %s', { timeout: 60_000 }, (_, length) => {
    let [paused, open] = [0, 0]
    fc.assert(
      fc.property(
        start.chain((at) => fc.tuple(fc.constant(at), length, pausesFrom(at))),
        ([at, limit, pauses]) => {
          const expected = walked(at, limit, pauses, ({ reason }) => effects[reason])
          expect(due(at, limit, pauses).answer).toBe(expected === null ? null : instantOf(expected))
          if (expected === null) open++
          else if (due(at, limit, []).answer !== instantOf(expected)) paused++
        },
      ),
      { numRuns: 300, seed: 9 },
    )
    expect(paused).toBeGreaterThan(50)
    expect(open).toBeGreaterThan(5)
  })
})

const at = (text: string) => minuteOf(text)
const five: Length = { n: 5, unit: 'working-day' }
const monday = at('2026-03-02T09:00')

describe('AMB-09: a pause', () => {
  test('of which no rule speaks stops nothing, and the answer says so', () => {
    const pause: Pause = { from: at('2026-03-03T10:00'), to: at('2026-03-05T15:00'), reason: 'suspension' }
    const { answer, because } = due(monday, five, [pause])
    expect(answer).toBe('2026-03-09T17:00:00+07:00')
    expect(because[2]).toEqual({
      vi: 'Hồ sơ tạm dừng từ 10:00 thứ Ba 03/03/2026 đến 15:00 thứ Năm 05/03/2026 (tạm dừng giải quyết), nhưng không quy định nào cho dừng nên thời hạn vẫn tính liên tục.',
      en: 'The dossier stood still from 10:00 on Tuesday 3 March 2026 to 15:00 on Thursday 5 March 2026 (suspension), but no rule stops the clock, so the time runs on.',
    })
  })

  test('that is left out is told with its article, and the picture leaves its days empty', () => {
    const pause: Pause = { from: at('2026-03-03T10:00'), to: at('2026-03-05T15:00'), reason: 'consultation' }
    const { answer, because, strip, basis } = due(monday, five, [pause])
    expect(answer).toBe('2026-03-11T17:00:00+07:00')
    expect(because[2]).toMatchObject({
      vi: 'Hồ sơ tạm dừng từ 10:00 thứ Ba 03/03/2026 đến 15:00 thứ Năm 05/03/2026 (lấy ý kiến), nên thời gian này không được tính (Điều 19, Quyết định 1/2020/QĐ-UBND).',
      basis: { article: '19' },
    })
    expect(basis.map(({ article }) => article)).toEqual(['12', '19'])
    expect(strip!.days.filter(({ used }) => used.length > 0).map(({ date }) => date)).toEqual([
      ...['2026-03-03', '2026-03-06', '2026-03-09', '2026-03-10', '2026-03-11'],
    ])
  })

  test('that begins the count again is told with the moment it begins from', () => {
    const pause: Pause = { from: at('2026-03-03T10:00'), to: at('2026-03-05T15:00'), reason: 'supplement' }
    const { answer, because, startedAt } = due(monday, five, [pause])
    expect([answer, startedAt]).toEqual(['2026-03-12T17:00:00+07:00', '2026-03-05T15:00:00+07:00'])
    expect(because[2]!.en).toBe(
      'The dossier stood still from 10:00 on Tuesday 3 March 2026 to 15:00 on Thursday 5 March 2026 (request for missing items), so the time is counted afresh from 15:00 on Thursday 5 March 2026 (article 19, Decision 1/2020/QĐ-UBND).',
    )
  })

  test('that lasts still leaves no date, and the answer says what the clock waits for', () => {
    const { answer, path, because, strip } = due(monday, five, [
      { from: at('2026-03-03T10:00'), to: null, reason: 'supplement' },
    ])
    expect([answer, path, strip]).toEqual([null, 'answered', undefined])
    expect(because.at(-1)!.vi).toBe(
      'Hồ sơ tạm dừng từ 10:00 thứ Ba 03/03/2026 (yêu cầu bổ sung) và chưa kết thúc, nên chưa có hạn chót (Điều 19, Quyết định 1/2020/QĐ-UBND).',
    )
  })

  test('that begins when the time is over changes nothing: what is late stays late', () => {
    const pause: Pause = { from: at('2026-03-09T17:00'), to: at('2026-03-12T15:00'), reason: 'supplement' }
    expect(due(monday, five, [pause]).answer).toBe('2026-03-09T17:00:00+07:00')
  })
})

test.each([
  ['is no list', 'none'],
  ['has no beginning', [{ reason: 'supplement' }]],
  [
    'ends before it begins',
    [{ from: '2026-03-05T09:00:00+07:00', to: '2026-03-04T09:00:00+07:00', reason: 'supplement' }],
  ],
  ['has no reason', [{ from: '2026-03-05T09:00:00+07:00' }]],
])('a list of pauses that %s is refused', (_, pauses) => {
  expect(() =>
    ask(law, 'processing.due', { acceptedAt: '2026-03-02T09:00:00+07:00', limit: five, pauses }),
  ).toThrow(/pauses|pauseReason/)
})
