import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as calendar from '../src/index.ts'
import { at, office, officeDeclaration, written } from './office.ts'
import { type Reference, reference } from './reference.ts'

const day = calendar.day('2026-01-01')
const DAYS = 24

const anyDate = fc.integer({ min: 0, max: DAYS - 1 }).map((n) => calendar.addDays(day, n))
const anySessions = fc.constantFrom<calendar.Session[]>(
  ...[
    [],
    [{ from: '07:30', to: '12:00' }],
    [{ from: '13:30', to: '17:00' }],
    [{ from: '00:00', to: '24:00' }],
  ],
  [
    { from: '07:00', to: '11:30' },
    { from: '11:30', to: '11:31' },
    { from: '13:00', to: '16:30' },
  ],
  [
    { from: '07:30', to: '12:00' },
    { from: '13:30', to: '17:00' },
  ],
)
const someWeekdays = fc
  .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
  .map((weekdays) => weekdays as calendar.Weekday[])

const anySegment = fc
  .record({
    from: anyDate,
    length: fc.integer({ min: 0, max: 12 }),
    weekdays: fc.option(someWeekdays),
    sessions: anySessions,
  })
  .map(({ from, length, weekdays, sessions }) => ({
    ...{ from, to: calendar.addDays(from, length), sessions },
    ...(weekdays ? { weekdays } : {}),
  }))

/** Twenty-four days with seasons, half days, swaps and closures thrown at random. */
const anyDeclaration = fc
  .record({
    weekdays: someWeekdays,
    sessions: anySessions.filter((sessions) => sessions.length > 0),
    segments: fc.array(anySegment, { maxLength: 4 }),
    off: fc.array(
      fc.record({
        date: anyDate,
        kind: fc.constantFrom('holiday', 'compensatory', 'swapped-off', 'closure'),
      }),
      { maxLength: 8 },
    ),
    madeUp: fc.array(anyDate, { maxLength: 3 }),
  })
  .map(({ weekdays, sessions, segments, off, madeUp }): calendar.CalendarDeclaration => ({
    ...{ from: day, to: calendar.addDays(day, DAYS - 1), knownThrough: day },
    ...{ weekdays, sessions, segments },
    days: [
      ...off.map(({ date, kind }) => ({ date, kind: kind as calendar.SpecialDayKind, name: kind })),
      ...madeUp
        .filter((date) => off.every((other) => other.date !== date))
        .map((date) => ({ date, kind: 'swapped-work' as const, name: 'làm bù' })),
    ],
  }))

describe('the tables and the second-by-second walk agree', () => {
  test('on calendars with seasons, half days, swaps and closures thrown at random', () => {
    // Openings and closings are where mistakes live, so half of the moments are half hours.
    const anySecond = fc.oneof(
      fc.integer({ min: 0, max: DAYS * 86_400 - 1 }),
      fc.integer({ min: 0, max: DAYS * 48 - 1 }).map((halfHour) => halfHour * 1_800),
    )
    const anyCase = fc.record({
      second: anySecond,
      other: anySecond,
      seconds: fc.oneof(
        fc.integer({ min: 0, max: 120_000 }),
        fc.integer({ min: 0, max: 40 }).map((n) => n * 1_800),
      ),
      days: fc.integer({ min: 0, max: 15 }),
    })
    const run = fc.property(
      anyDeclaration,
      fc.array(anyCase, { minLength: 15, maxLength: 15 }),
      (declaration, cases) => {
        const tables = calendar.buildCalendar(declaration)
        const walk = reference(declaration)
        const start = calendar.toMoment(calendar.instant(`${declaration.from}T00:00:00+07:00`))
        for (const { second, other, seconds, days } of cases) {
          agree(tables, walk, { moment: start + second, other: start + other, seconds, days })
        }
      },
    )
    fc.assert(run, { numRuns: 25 })
  })

  test('on the real calendar, where Tết and the swapped days lie', () => {
    const declaration = {
      ...officeDeclaration,
      from: calendar.day('2026-01-20'),
      to: calendar.day('2026-03-31'),
    }
    const walk = reference(declaration)
    for (let moment = at('2026-02-10 00:00'); moment < at('2026-02-25 00:00'); moment += 14_401) {
      agree(office, walk, { moment, other: moment + 86_400, seconds: 28_800 + (moment % 3_600), days: 3 })
    }
  })
})

interface Case {
  readonly moment: number
  readonly other: number
  readonly seconds: number
  readonly days: number
}

function agree(tables: calendar.WorkCalendar, walk: Reference, { moment, other, seconds, days }: Case) {
  const counts = [
    ['addWorkingSeconds', seconds],
    ['subtractWorkingSeconds', seconds],
    ['addWorkingDays', days],
    ['subtractWorkingDays', days],
    ['addCalendarDays', days],
    ['workingSecondsBetween', other],
  ] as const
  for (const [name, n] of counts)
    same(
      name,
      orNothing(() => calendar[name](tables, moment, n)),
      walk[name](moment, n),
      moment,
    )
  same(
    'nextWorkingMoment',
    orNothing(() => calendar.nextWorkingMoment(tables, moment)),
    walk.nextWorkingMoment(moment),
    moment,
  )
}

function same(name: string, counted: number | undefined, walked: number | undefined, from: number) {
  if (counted === walked) return
  const say = (moment: number | undefined) =>
    `${name} from ${written(from)}: ${moment === undefined ? 'none' : written(moment)}`
  expect(say(counted)).toBe(say(walked))
}

/** The tables answer a count that leaves them with an error; the walk with `undefined`. */
function orNothing(count: () => number): number | undefined {
  try {
    return count()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
