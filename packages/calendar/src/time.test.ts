import { expect, test } from 'vitest'
import { dateOf, day, fromMoment, instant, toMoment } from './time.ts'

test.each([
  ['2026-03-06T16:00:00+07:00', '2026-03-06T16:00:00+07:00'],
  ['2026-03-06T09:00:00Z', '2026-03-06T16:00:00+07:00'],
  ['2026-03-06T09:00:00.999Z', '2026-03-06T16:00:00+07:00'],
  ['2026-03-06T16:00+07', '2026-03-06T16:00:00+07:00'],
  ['2026-03-06T04:00:00-0500', '2026-03-06T16:00:00+07:00'],
  ['2025-12-31T23:30:00-03:30', '2026-01-01T10:00:00+07:00'],
  ['2024-02-29T23:59:59Z', '2024-03-01T06:59:59+07:00'],
])('the moment %s is written %s', (text, canonical) => {
  expect(instant(text)).toBe(canonical)
})

test.each([
  ['2026-03-06T16:00:00', 'expected a moment with its offset'],
  ['06/03/2026 16:00', 'expected a moment with its offset'],
  ['2026-02-30T16:00:00+07:00', 'expected a date'],
  ['2026-03-06T24:00:00+07:00', 'no such time of day'],
  ['2026-03-06T16:60:00+07:00', 'no such time of day'],
])('the text %s is no moment', (text, why) => {
  expect(() => instant(text)).toThrow(why)
})

test.each(['2026-13-01', '2026-02-29', '2026-3-6', '0000-01-01', 'hôm nay', ''])(
  'the text "%s" is no date',
  (text) => {
    expect(() => day(text)).toThrow(RangeError)
  },
)

test('a moment and its text are the same thing', () => {
  for (let moment = toMoment(instant('1899-12-31T00:00:00Z')); moment < 8e9; moment += 7_654_321) {
    const text = fromMoment(moment)
    expect(toMoment(text)).toBe(moment)
    expect(new Date(text).getTime()).toBe(moment * 1_000)
  }
})

test('the date of a moment is the date in Vietnam, not in Greenwich', () => {
  expect(dateOf(instant('2026-03-05T18:00:00Z'))).toBe('2026-03-06')
})
