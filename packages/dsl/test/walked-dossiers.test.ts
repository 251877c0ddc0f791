import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ask } from '../src/index.ts'
import { type Province, lawOf, provinces } from './law.ts'
import { type Length, after, before, dayMinutes, dayOf, instantOf, minuteOf } from './obvious-clock.ts'
import { type Effect, type Pause, walked } from './walked-clock.ts'

// The dates of a dossier's life in the four provinces, worked out a second time by somebody who has only the texts on
// the table and a clock that is walked minute by minute: which text is in force that day, and what it says.

const day = (text: string) => minuteOf(`${text}T00:00`)
/** First days of the texts that change something below. */
const [decree118, tuyenQuang2019, tuyenQuang2025, phuTho2020] = [
  day('2025-07-01'),
  day('2019-07-09'),
  day('2025-12-15'),
  day('2021-01-10'),
]

const reasons = ['supplement', 'consultation', 'verification', 'force-majeure', 'suspension'] as const
type Reason = (typeof reasons)[number]

/** Both decrees begin the count anew when the missing papers are in, and know no other pause (61: 19.4; 118: 19.5). */
const effectOf = ({ reason }: Pause<Reason>): Effect => (reason === 'supplement' ? 'reset' : 'continue')

/** Eight working hours: in two provinces by their own text, everywhere from the day of Decree 118. */
function intakeEnds(province: Province, submittedAt: number): number | null {
  const own =
    (province === 'tuyen-quang' && submittedAt >= tuyenQuang2019) ||
    (province === 'phu-tho' && submittedAt >= phuTho2020)
  return own || submittedAt >= decree118 ? after(submittedAt, { n: 8, unit: 'working-hour' }) : null
}

/** From when on a text binds the office to the published time: the province's own, at the latest Decree 118. */
const timeBinds: Record<Province, number> = {
  'tuyen-quang': tuyenQuang2019,
  'long-an': day('2019-08-01'),
  'ha-nam': day('2019-08-30'),
  'phu-tho': phuTho2020,
}

/** One day before the due time, a working day only where Tuyên Quang says so since 15/12/2025. */
function apologyEnds(province: Province, dueAt: number, actAt: number): number {
  const ownText = province === 'tuyen-quang' && actAt >= tuyenQuang2025
  return before(dueAt, { n: 1, unit: ownText ? 'working-day' : 'calendar-day' })
}

/** A third of the whole time, rounded down; of less than three working days in working hours, eight to a day. */
function furthest(province: Province, dueAt: number, { n, unit }: Length, actAt: number): number | null {
  if (province !== 'tuyen-quang' || actAt < tuyenQuang2025) return null
  if (unit === 'working-day' && n < 3) {
    return after(dueAt, { n: Math.floor((n * 8) / 3), unit: 'working-hour' })
  }
  return after(dueAt, { n: Math.floor(n / 3), unit })
}

const clock = (minute: number | null) => (minute === null ? null : instantOf(minute))
const province = fc.constantFrom(...provinces)
/** Any minute of the years, more often within days of a change of the law. */
const moment = fc.oneof(
  fc.integer({ min: day('2019-02-01'), max: day('2026-03-01') }),
  fc
    .tuple(
      fc.constantFrom(decree118, tuyenQuang2019, tuyenQuang2025, phuTho2020),
      fc.integer({ min: -20 * dayMinutes, max: 3 * dayMinutes }),
    )
    .map(([change, away]) => change + away),
)
const limit: fc.Arbitrary<Length> = fc.oneof(
  fc.integer({ min: 1, max: 30 }).map((n): Length => ({ n, unit: 'working-day' })),
  fc.integer({ min: 3, max: 40 }).map((n): Length => ({ n, unit: 'calendar-day' })),
  fc.integer({ min: 3, max: 40 }).map((n): Length => ({ n, unit: 'working-hour' })),
)
const pauses = (from: number): fc.Arbitrary<Pause<Reason>[]> =>
  fc.array(
    fc
      .tuple(
        fc.integer({ min: 0, max: 20 * dayMinutes }),
        fc.option(fc.integer({ min: 1, max: 12 * dayMinutes }), { freq: 12 }),
        fc.constantFrom(...reasons),
      )
      .map(([after, minutes, reason]): Pause<Reason> => {
        const begin = from + after
        return { from: begin, to: minutes === null ? null : begin + minutes, reason }
      }),
    { maxLength: 3 },
  )

describe('in the four provinces, through every change of the law, a walk minute by minute finds', () => {
  test('AMB-04, AMB-17: the same end of the intake check, by the text of the day it was sent', () => {
    fc.assert(
      fc.property(province, moment, (one, submittedAt) => {
        const facts = { submittedAt: instantOf(submittedAt), mode: 'online' }
        expect(ask(lawOf(one), 'intake.decision', facts).answer).toBe(clock(intakeEnds(one, submittedAt)))
      }),
      { numRuns: 600, seed: 4 },
    )
  })

  test(
    'AMB-09: the same due time through every pause, each by the text of the day it began',
    {
      timeout: 60_000,
    },
    () => {
      let [reset, stood, changed, silent] = [0, 0, 0, 0]
      fc.assert(
        fc.property(
          province,
          moment.chain((at) => fc.tuple(fc.constant(at), limit, pauses(at))),
          (one, [acceptedAt, time, stretches]) => {
            const counted = walked(acceptedAt, time, stretches, effectOf)
            const expected = acceptedAt < timeBinds[one] ? null : counted
            const facts = {
              acceptedAt: instantOf(acceptedAt),
              limit: time,
              pauses: stretches.map(({ from, to, reason }) => ({
                from: instantOf(from),
                ...(to !== null && { to: instantOf(to) }),
                reason,
              })),
            }
            expect(ask(lawOf(one), 'processing.due', facts).answer).toBe(clock(expected))
            if (acceptedAt < timeBinds[one]) silent++
            else if (expected === null) stood++
            else if (expected !== walked(acceptedAt, time, [], effectOf)) reset++
            if (expected !== null && acceptedAt < tuyenQuang2025 && expected >= tuyenQuang2025) changed++
          },
        ),
        { numRuns: 600, seed: 9 },
      )
      expect(Math.min(reset, changed, silent)).toBeGreaterThan(20)
      expect(stood).toBeGreaterThan(5)
    },
  )

  test('AMB-11, AMB-12, AMB-17: the same last day of the apology and furthest new date, by the text of the day of the act', () => {
    let capped = 0
    fc.assert(
      fc.property(
        province,
        moment,
        limit,
        fc.integer({ min: 1, max: 3_000 }),
        (one, acceptedAt, time, back) => {
          const dueAt = after(acceptedAt, time)
          const asOf = Math.max(acceptedAt, dueAt - back)
          const facts = { dueAt: instantOf(dueAt), asOf: instantOf(asOf), limit: time }
          const { limit: _, ...notice } = facts
          const law = lawOf(one)
          expect(ask(law, 'apology.notice', notice).answer).toBe(clock(apologyEnds(one, dueAt, asOf)))
          const latest = furthest(one, dueAt, time, asOf)
          expect(ask(law, 'extension.latest', facts).answer).toBe(clock(latest))
          if (latest !== null) capped++
        },
      ),
      { numRuns: 600, seed: 11 },
    )
    expect(capped).toBeGreaterThan(25)
  })

  test('AMB-09: the same last day to ask for what is missing, and the same end of the wait for it', () => {
    fc.assert(
      fc.property(province, moment, (one, at) => {
        const law = lawOf(one)
        const asked = ask(law, 'supplement.notice', { acceptedAt: instantOf(at) }).answer
        expect(asked).toBe(clock(after(at, { n: 3, unit: 'working-day' })))
        const waited = ask(law, 'supplement.window', { noticedAt: instantOf(at) }).answer
        expect(waited).toBe(at < decree118 ? null : clock(after(at, { n: 15, unit: 'calendar-day' })))
      }),
      { numRuns: 300, seed: 15 },
    )
  })

  test('ND118-17.2: the same two hours on the wall for the alert of a new dossier', () => {
    fc.assert(
      fc.property(province, moment, (one, at) => {
        const alert = ask(lawOf(one), 'intake.alert', { submittedAt: instantOf(at) }).answer
        expect(alert).toBe(at < decree118 ? null : instantOf(at + 120))
      }),
      { numRuns: 200, seed: 2 },
    )
  })
})

test('AMB-17: filed at 17:30 on the last Friday of the old text, a dossier lives through both', () => {
  const law = lawOf('tuyen-quang')
  const submittedAt = '2025-12-12T17:30:00+07:00'
  const intake = ask(law, 'intake.decision', { submittedAt, mode: 'online' })
  expect([intake.answer, intake.basis[0]!.regulation]).toEqual(['2025-12-15T17:00:00+07:00', '246/QĐ-UBND'])
  const acceptedAt = '2025-12-15T10:00:00+07:00'
  const processing = ask(law, 'processing.due', { acceptedAt, limit: { n: 10, unit: 'working-day' } })
  expect(processing.answer).toBe(clock(after(minuteOf(acceptedAt), { n: 10, unit: 'working-day' })))
  expect(processing.basis[0]!.regulation).not.toBe('246/QĐ-UBND')
  expect(dayOf(minuteOf(processing.answer as string))).toBe(dayOf(minuteOf('2025-12-29T00:00')))
})
