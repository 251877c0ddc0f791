import { expect, test } from 'vitest'
import { at, office, written } from '../test/office.ts'
import { addCalendarDays, addMonths } from './calendar-days.ts'

test.each([
  ['ends on a working day', '2026-03-06 09:00', 5, '2026-03-11 17:00'],
  ['ends on a Saturday and moves to Monday', '2026-03-06 09:00', 1, '2026-03-09 17:00'],
  ['ends in Tết and moves past it', '2026-02-13 09:00', 5, '2026-02-23 17:00'],
  ['ends on a make-up Saturday and stays', '2026-08-20 09:00', 2, '2026-08-22 17:00'],
  ['starts on a rest day, which is day 0', '2026-03-07 22:00', 3, '2026-03-10 17:00'],
  ['of no days ends the same day', '2026-03-06 09:00', 0, '2026-03-06 17:00'],
])('AMB-03: a count of calendar days %s', (_, from, days, due) => {
  expect(written(addCalendarDays(office, at(from), days))).toBe(due)
})

test.each([
  ['the same day of the month', '2026-03-06 09:00', 1, '2026-04-06 17:00'],
  ['the last day of a shorter month, moved to Monday', '2026-01-31 09:00', 1, '2026-03-02 17:00'],
  ['a rest day, moved to Monday', '2026-03-10 09:00', 2, '2026-05-11 17:00'],
])('a count of months ends on %s', (_, from, months, due) => {
  expect(written(addMonths(office, at(from), months))).toBe(due)
})

test('a count that leaves the calendar says so', () => {
  expect(() => addCalendarDays(office, at('2028-12-20 09:00'), 40)).toThrow('outside the calendar')
  expect(() => addMonths(office, at('2028-12-20 09:00'), 1)).toThrow('2029-01-20 lies outside the calendar')
})
