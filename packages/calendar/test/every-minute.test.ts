// Laws of working time, held against every minute of several years (and one shift of seconds), not against samples.
import { describe, expect, test } from 'vitest'
import {
  type SpecialDay,
  type WorkCalendar,
  addWorkingDays,
  addWorkingSeconds,
  day,
  isWorking,
  nextWorkingMoment,
  subtractWorkingSeconds,
  workingSecondsBetween,
} from '../src/index.ts'
import { at, nationalDays, office, officeDeclaration, officeWith, written } from './office.ts'

const HOURS_8 = 8 * 3_600
const from = at('2020-01-02 00:00')
const to = at('2022-12-31 00:00')

/** Seasons, Saturday mornings and half days, so that the laws are not those of one even week. */
const uneven = officeWith({
  segments: [
    {
      from: day('2020-04-15'),
      to: day('2020-10-15'),
      sessions: [
        { from: '06:45', to: '11:15' },
        { from: '13:10', to: '16:50' },
      ],
    },
    {
      from: day('2020-01-01'),
      to: day('2021-12-31'),
      weekdays: [6],
      sessions: [{ from: '07:30', to: '11:30' }],
    },
    { from: day('2021-02-08'), to: day('2021-02-09'), sessions: [{ from: '07:30', to: '11:30' }] },
    { from: day('2022-05-04'), to: day('2022-05-06'), sessions: [] },
  ],
})

describe.each([
  ['the office of the worked cases', office],
  ['an office with seasons, Saturday mornings and half days', uneven],
])('on every minute of three years, in %s', (_, calendar) => {
  test('a later start never ends earlier, in hours or in days', () => {
    const latest = { hours: 0, days: 0, next: 0 }
    everyMinute((moment) => {
      const ends = {
        hours: addWorkingSeconds(calendar, moment, HOURS_8),
        days: addWorkingDays(calendar, moment, 3),
        next: nextWorkingMoment(calendar, moment),
      }
      for (const unit of ['hours', 'days', 'next'] as const) {
        if (ends[unit] < latest[unit]) fail(`${unit} from`, moment)
        latest[unit] = ends[unit]
      }
    })
  })

  test('adding in two parts is adding at once', () => {
    everyMinute((moment) => {
      const first = 60 * (moment % 1_009)
      const parts = addWorkingSeconds(calendar, addWorkingSeconds(calendar, moment, first), HOURS_8 + 17)
      if (parts !== addWorkingSeconds(calendar, moment, first + HOURS_8 + 17)) fail('two parts from', moment)
    })
  })

  test('exactly the added time is worked in between, forwards and backwards', () => {
    everyMinute((moment) => {
      const seconds = 1 + (moment % 40_009)
      const later = addWorkingSeconds(calendar, moment, seconds)
      if (workingSecondsBetween(calendar, moment, later) !== seconds) fail('forwards from', moment)
      const back = subtractWorkingSeconds(calendar, later, seconds)
      if (back !== nextWorkingMoment(calendar, moment)) fail('backwards to', moment)
    })
  })

  test('a count ends while the office is open or as it closes, never outside', () => {
    everyMinute((moment) => {
      const end = addWorkingSeconds(calendar, moment, HOURS_8)
      if (!isWorking(calendar, end - 1)) fail('hours from', moment)
      const close = addWorkingDays(calendar, moment, 2)
      if (!isWorking(calendar, close - 1) || isWorking(calendar, close)) fail('days from', moment)
    })
  })

  test('a count begins at once in office hours, and at the next opening otherwise', () => {
    everyMinute((moment) => {
      const next = nextWorkingMoment(calendar, moment)
      if (isWorking(calendar, moment) !== (next === moment)) fail('begins at', moment)
      if (!isWorking(calendar, next) || workingSecondsBetween(calendar, moment, next) !== 0)
        fail('waits at', moment)
    })
  })
})

test('one more holiday never makes a date earlier', () => {
  const without = nationalDays.filter(({ kind }) => kind !== 'swapped-work')
  const extra: SpecialDay = { date: day('2021-06-09'), kind: 'holiday', name: 'thêm một ngày lễ' }
  const before = officeWith({ days: without })
  const after = officeWith({ days: [...without, extra] })
  everyMinute((moment) => {
    if (addWorkingSeconds(after, moment, HOURS_8) < addWorkingSeconds(before, moment, HOURS_8))
      fail('hours from', moment)
    if (addWorkingDays(after, moment, 5) < addWorkingDays(before, moment, 5)) fail('days from', moment)
  }, at('2021-05-01 00:00'))
  expect(addWorkingSeconds(after, at('2021-06-08 16:00'), HOURS_8)).toBe(at('2021-06-10 16:00'))
})

test('a calendar knows only its own declaration: two built side by side do not mix', () => {
  const [a, b]: WorkCalendar[] = [officeWith({}), officeWith({ weekdays: [1, 2, 3, 4, 5, 6] })]
  for (let moment = from; moment < to; moment += 86_399) {
    if (addWorkingDays(a!, moment, 1) !== addWorkingDays(office, moment, 1)) fail('mixed at', moment)
    if (addWorkingDays(b!, moment, 6) > addWorkingDays(a!, moment, 6)) fail('six-day week from', moment)
  }
  expect(officeDeclaration.weekdays).toEqual([1, 2, 3, 4, 5])
})

function everyMinute(law: (moment: number) => void, since = from) {
  for (let moment = since; moment < to; moment += 60) law(moment)
}

function fail(what: string, moment: number): never {
  throw new Error(`${what} ${written(moment)}`)
}
