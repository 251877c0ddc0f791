import { describe, expect, test } from 'vitest'
import { at, office, officeWith, written } from '../test/office.ts'
import { day } from './time.ts'
import {
  addWorkingDays,
  closeOfBusiness,
  isWorkingDay,
  openingOf,
  subtractWorkingDays,
  workingDayAfter,
  workingDayOnOrAfter,
} from './working-days.ts'

describe('AMB-03: the day that starts a count is day 0, and the last one ends at the close of business', () => {
  test.each([
    ['TQ19-15.2b: a question of one’s own field', '2019-08-19 16:30', 3, '2019-08-22 17:00'],
    ['TQ19-15.2b.2: a question across fields', '2019-08-19 16:30', 5, '2019-08-26 17:00'],
    ['TQ19-15.2b.3: a special question, over National Day', '2019-08-19 16:30', 10, '2019-09-03 17:00'],
    ['TQ19-15.2b: a question received on Monday at opening', '2019-08-19 07:30', 3, '2019-08-22 17:00'],
    ['LA19-13.3b: fifteen days over National Day', '2019-08-15 09:00', 15, '2019-09-06 17:00'],
    ['PT20-17.3: a petition', '2021-02-01 09:00', 5, '2021-02-08 17:00'],
    ['PT20-17.3: a petition before Tết', '2021-02-08 09:00', 5, '2021-02-22 17:00'],
    ['PT20-6.2a: an update before Tết', '2021-02-05 09:00', 5, '2021-02-19 17:00'],
    ['TQ19-11.2a.2: an appraisal', '2019-08-20 09:00', 7, '2019-08-29 17:00'],
    ['TQ19-11.2b.2: then the posting', '2019-08-29 09:00', 10, '2019-09-13 17:00'],
    ['TQ25-9.1a.2: an account', '2025-12-18 09:00', 2, '2025-12-22 17:00'],
    ['AMB-17: ten days accepted before the new rule', '2025-12-05 10:00', 10, '2025-12-19 17:00'],
    ['AMB-11: three days added to a due date', '2025-12-19 17:00', 3, '2025-12-24 17:00'],
    ['AMB-42: a make-up Saturday counts', '2026-08-21 09:00', 1, '2026-08-22 17:00'],
    ['AMB-42: a swapped-off Monday does not', '2026-08-28 09:00', 1, '2026-09-03 17:00'],
    ['AMB-03: from a rest day the next working day is the first', '2026-03-07 09:00', 1, '2026-03-09 17:00'],
  ])('%s', (_, from, n, due) => {
    expect(written(addWorkingDays(office, at(from), n))).toBe(due)
  })
})

test.each([
  ['in the morning, the same day', '2026-03-06 09:00', '2026-03-06 17:00'],
  ['in the lunch break, the same day', '2026-03-06 12:30', '2026-03-06 17:00'],
  ['before opening, the same day', '2026-03-06 05:00', '2026-03-06 17:00'],
  ['at the closing instant, the next working day', '2026-03-06 17:00', '2026-03-09 17:00'],
  ['on a rest day, the next working day', '2026-03-07 09:00', '2026-03-09 17:00'],
])('zero working days end at the close of business: %s', (_, from, due) => {
  expect(written(addWorkingDays(office, at(from), 0))).toBe(due)
})

test.each([
  ['TQ25-25.2a: due on a Friday', '2026-01-30 17:00', 1, '2026-01-29 17:00'],
  ['TQ25-25.2a: due on a Monday', '2026-02-02 17:00', 1, '2026-01-30 17:00'],
  ['TQ25-25.2a: due after Tết', '2026-02-23 17:00', 1, '2026-02-13 17:00'],
  ['AMB-12: due on a rest day', '2026-03-08 10:00', 1, '2026-03-06 17:00'],
  ['AMB-12: no day before, on a working day', '2026-03-06 10:00', 0, '2026-03-06 17:00'],
  ['AMB-12: no day before, on a rest day', '2026-03-08 10:00', 0, '2026-03-06 17:00'],
])('working days before a moment end at the close of business: %s', (_, from, n, latest) => {
  expect(written(subtractWorkingDays(office, at(from), n))).toBe(latest)
})

test('a day left without sessions by a segment is no working day', () => {
  const closed = { from: day('2026-03-09'), to: day('2026-03-10'), sessions: [], name: 'Chuyển trụ sở' }
  const calendar = officeWith({ segments: [closed] })
  expect(isWorkingDay(calendar, day('2026-03-09'))).toBe(false)
  expect(written(addWorkingDays(calendar, at('2026-03-06 09:00'), 1))).toBe('2026-03-11 17:00')
  expect(written(subtractWorkingDays(calendar, at('2026-03-11 09:00'), 1))).toBe('2026-03-06 17:00')
})

test('the last day of a count closes when its own sessions end', () => {
  const halfDay = {
    from: day('2026-03-09'),
    to: day('2026-03-09'),
    sessions: [{ from: '07:30', to: '11:30' }],
  }
  const calendar = officeWith({ segments: [halfDay] })
  expect(written(addWorkingDays(calendar, at('2026-03-06 09:00'), 1))).toBe('2026-03-09 11:30')
})

test('LA19-9.1: the next working day after a Friday, a Saturday and a day before a holiday', () => {
  expect(workingDayAfter(office, day('2019-08-16'))).toBe('2019-08-19')
  expect(workingDayOnOrAfter(office, day('2019-08-17'))).toBe('2019-08-19')
  expect(workingDayAfter(office, day('2019-08-30'))).toBe('2019-09-03')
  expect(workingDayOnOrAfter(office, day('2019-08-15'))).toBe('2019-08-15')
})

test('a working day opens and closes with its sessions; a rest day does neither', () => {
  expect(written(openingOf(office, day('2026-03-06')))).toBe('2026-03-06 07:30')
  expect(written(closeOfBusiness(office, day('2026-03-06')))).toBe('2026-03-06 17:00')
  expect(() => openingOf(office, day('2026-03-07'))).toThrow('does not work on 2026-03-07')
})

test('a count that leaves the calendar says so', () => {
  expect(() => addWorkingDays(office, at('2028-12-20 09:00'), 30)).toThrow('outside the calendar')
  expect(() => subtractWorkingDays(office, at('2019-01-03 09:00'), 5)).toThrow('outside the calendar')
  expect(() => workingDayAfter(office, day('2028-12-29'))).toThrow('outside the calendar')
})
