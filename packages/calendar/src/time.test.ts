import { expect, test } from 'vitest'
import { dateOf, day, fromMoment, instant, readMoment, toMoment } from './time.ts'

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

test('a text is read as a moment to count with exactly where it is one, in whatever form', () => {
  const parts = [
    '2024',
    '2023',
    '0000',
    '-',
    'T',
    ':',
    '00',
    '02',
    '12',
    '13',
    '23',
    '24',
    '28',
    '29',
    '30',
    '31',
    '59',
    '60',
  ]
  const canonical = (i: number) => {
    const pick = (n: number) => parts[(i * 7_919 + n * 104_729) % parts.length]!
    return `${pick(1)}-${pick(2)}-${pick(3)}T${pick(4)}:${pick(5)}:${pick(6)}+07:00`
  }
  const read = (text: string, how: (text: string) => unknown) => {
    try {
      return how(text)
    } catch (error) {
      return (error as Error).message
    }
  }
  const days = ['01', '28', '29', '30', '31', '32', '00'].flatMap((on) =>
    ['2024', '2023', '1900', '2000', '0000', '9999'].flatMap((year) =>
      ['00', '01', '02', '04', '12', '13'].map((month) => `${year}-${month}-${on}T23:59:59+07:00`),
    ),
  )
  const forms = [
    '2026-03-06T17:30:00Z',
    '2026-03-06T17:30+07',
    '2026-03-06 17:30:00+07:00',
    '2026-03-06T17:30:00+07:0x',
    '',
  ]
  for (const text of [...days, ...forms, ...Array.from({ length: 20_000 }, (_, i) => canonical(i))]) {
    expect(read(text, readMoment)).toEqual(read(text, (one) => toMoment(instant(one))))
  }
})
