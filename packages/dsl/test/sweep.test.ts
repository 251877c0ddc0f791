import { type CivilDate, buildCalendar, instant, toMoment } from '@motcua/calendar'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Unit } from '../src/ast/nodes.ts'
import { clockOf } from '../src/check/sweep/clock.ts'
import { compareClocks } from '../src/check/sweep/compare.ts'
import { compareMinutes, minuteImage } from '../src/check/sweep/minutes.ts'
import type { Term } from '../src/check/sweep/term.ts'
import { lawOf } from './law.ts'

const at = (text: string) => toMoment(instant(`${text}:00+07:00`))
const office = lawOf('tuyen-quang').calendar

/** An office with seasons, a half day on Saturdays and a session that outlasts a 17:00 cut-off. */
const uneven = buildCalendar({
  from: '2024-01-01' as CivilDate,
  to: '2026-12-31' as CivilDate,
  knownThrough: '2026-12-31' as CivilDate,
  weekdays: [1, 2, 3, 4, 5],
  sessions: [
    { from: '08:00', to: '11:30' },
    { from: '13:00', to: '17:30' },
  ],
  segments: [
    {
      from: '2024-10-16' as CivilDate,
      to: '2025-04-15' as CivilDate,
      sessions: [
        { from: '07:30', to: '11:00' },
        { from: '13:30', to: '17:00' },
      ],
    },
    {
      from: '2024-01-01' as CivilDate,
      to: '2026-12-31' as CivilDate,
      weekdays: [6],
      sessions: [{ from: '07:30', to: '11:45' }],
    },
  ],
  days: [
    { date: '2025-01-28' as CivilDate, kind: 'holiday', name: 'Tết' },
    { date: '2025-01-29' as CivilDate, kind: 'holiday', name: 'Tết' },
    { date: '2025-01-30' as CivilDate, kind: 'holiday', name: 'Tết' },
    { date: '2025-01-31' as CivilDate, kind: 'holiday', name: 'Tết' },
    { date: '2025-05-01' as CivilDate, kind: 'holiday', name: '1/5' },
  ],
})

const event: Term = { k: 'event' }
const units: readonly Unit[] = [
  'minute',
  'clock-hour',
  'working-hour',
  'working-day',
  'calendar-day',
  'month',
]
const officeUnits = units.filter((unit) => unit !== 'minute' && unit !== 'clock-hour')

/** Any start a rule may give, any terms after it, alone or the later or earlier of two. */
const termsOf = (units: readonly Unit[]): fc.Arbitrary<Term> => {
  const amounts = fc.record({ n: fc.integer({ min: 0, max: 12 }), unit: fc.constantFrom(...units) })
  return fc.letrec<{ start: Term; one: Term; whole: Term }>((tie) => ({
    start: fc.oneof(
      fc.constant(event),
      fc.constant<Term>({ k: 'outside', of: event }),
      fc
        .integer({ min: 0, max: 47 })
        .map((half): Term => ({ k: 'outside', of: { k: 'received', of: event, second: half * 1_800 } })),
      fc.constantFrom(54_000, 61_200, Infinity).map((second): Term => ({ k: 'received', of: event, second })),
    ),
    one: fc.oneof(
      {
        weight: 4,
        arbitrary: fc.tuple(tie('start'), amounts).map(([of, a]): Term => ({ k: 'add', of, ...a })),
      },
      {
        weight: 2,
        arbitrary: amounts
          .filter(({ unit }) => unit !== 'month')
          .map((a): Term => ({ k: 'before', of: event, ...a })),
      },
      fc.tuple(tie('one'), amounts).map(([of, a]): Term => ({ k: 'add', of, ...a })),
      tie('start').map((of): Term => ({ k: 'opening', of })),
    ),
    whole: fc.oneof(
      { weight: 3, arbitrary: tie('one') },
      fc
        .tuple(fc.constantFrom('later' as const, 'earlier' as const), tie('one'), tie('one'))
        .map(([k, a, b]): Term => ({ k, of: [a, b] })),
    ),
  })).whole
}
const anyTerm = termsOf(units)

describe('two deadlines are compared', () => {
  const image = minuteImage(uneven)
  const [from, to] = [at('2024-12-02T00:00'), at('2025-05-31T23:59')]

  test('alike by their breaks and minute by minute, whatever they are made of', () => {
    fc.assert(
      fc.property(anyTerm, anyTerm, (left, right) => {
        const breaks = compareClocks(clockOf(left, uneven), clockOf(right, uneven), from, to)
        const { minutes, later, earlier } = compareMinutes(image, left, right, from, to)
        expect(breaks).toMatchObject({ minutes, later, earlier })
        expect(breaks.latest !== undefined).toBe(later > 0)
        expect(breaks.earliest !== undefined).toBe(earlier > 0)
      }),
      { numRuns: 40, seed: 11 },
    )
  })

  test('with the worst moment there is, found by looking at every minute of a month', () => {
    const [first, last] = [at('2025-01-01T00:00'), at('2025-02-28T23:59')]
    fc.assert(
      fc.property(anyTerm, anyTerm, (left, right) => {
        const [a, b] = [clockOf(left, uneven), clockOf(right, uneven)]
        let [worst, when] = [0, NaN]
        for (let minute = first; minute <= last; minute += 60) {
          const apart = a.at(minute) - b.at(minute)
          if (apart > worst) [worst, when] = [apart, minute]
        }
        const { latest } = compareClocks(a, b, first, last)
        // A stretch of less than a minute may be worse still; never less bad.
        if (worst > 0) expect(latest!.left - latest!.right).toBeGreaterThanOrEqual(worst)
        if (worst > 0 && latest!.at % 60 === 0) expect(latest!.at).toBe(when)
      }),
      { numRuns: 20, seed: 12 },
    )
  })

  test('in the time of an office no later event has an earlier deadline', () => {
    fc.assert(
      fc.property(termsOf(officeUnits), fc.nat(700_000), fc.nat(200_000), (term, minute, more) => {
        const clock = clockOf(term, uneven)
        const first = from + (minute % 250_000) * 60
        expect(clock.at(first + more)).toBeGreaterThanOrEqual(clock.at(first))
      }),
      { numRuns: 300, seed: 13 },
    )
  })

  test('over ten years: one working day is not eight working hours where a day has seven and a half', () => {
    const days: Term = { k: 'add', of: event, n: 1, unit: 'working-day' }
    const hours: Term = { k: 'add', of: event, n: 8, unit: 'working-hour' }
    const [first, last] = [at('2019-02-01T00:00'), at('2028-11-30T23:59')]
    const found = compareClocks(clockOf(days, office), clockOf(hours, office), first, last)
    expect(found.minutes).toBeGreaterThan(5_000_000)
    expect(compareMinutes(minuteImage(office), days, hours, first, last)).toMatchObject({
      later: found.later,
      earlier: found.earlier,
    })
  })
})
