import { expect, test } from 'vitest'
import { addCivilMonths, addDays, dayNumber, dayOfNumber, weekdayOf } from './civil-date.ts'
import { day } from './time.ts'

test('two centuries of days agree with the platform’s reckoning', () => {
  for (let number = dayNumber(day('1900-01-01')); number < dayNumber(day('2100-01-01')); number++) {
    const date = dayOfNumber(number)
    const utc = new Date(number * 86_400_000)
    if (date !== utc.toISOString().slice(0, 10)) expect(date).toBe(utc.toISOString().slice(0, 10))
    if (dayNumber(date) !== number) expect(dayNumber(date)).toBe(number)
    if (weekdayOf(date) % 7 !== utc.getUTCDay()) expect(weekdayOf(date)).toBe(utc.getUTCDay())
  }
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-02-28', 1, '2026-03-28'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-15', -13, '2024-12-15'],
  ['2026-12-31', 12, '2027-12-31'],
])('%s and %i months is %s: the same day of the month, or its last', (from, months, to) => {
  expect(addCivilMonths(day(from), months)).toBe(to)
})

test('days are added across years', () => {
  expect(addDays(day('2026-12-30'), 3)).toBe('2027-01-02')
  expect(addDays(day('2026-01-02'), -3)).toBe('2025-12-30')
})

test('13 March 2026 is a Friday', () => {
  expect(weekdayOf(day('2026-03-13'))).toBe(5)
})
