import { expect, test } from 'vitest'
import { momentOf, timeOf } from './work-form.ts'

test.each([
  ['8:30', '08:30'],
  ['08h30', '08:30'],
  ['16.05', '16:05'],
  ['24:00', undefined],
  ['7', undefined],
  ['sáng', undefined],
])('“%s” is the time %s', (typed, time) => {
  expect(timeOf(typed)).toBe(time)
})

test('a day and a time make a moment in Việt Nam', () => {
  expect(momentOf('2026-03-31', '8h30')).toBe('2026-03-31T08:30:00+07:00')
  expect(momentOf('31/3', '8h30')).toBeUndefined()
  expect(momentOf('2026-03-31', '')).toBeUndefined()
})
