import { expect, test } from 'vitest'
import { at, office, written } from '../test/office.ts'
import { type LimitUnit, addLimit } from './limit.ts'

test.each([
  ['working-hour', 8, '2026-01-30 16:00', '2026-02-02 16:00'],
  ['working-day', 1, '2026-01-30 16:00', '2026-02-02 17:00'],
  ['calendar-day', 30, '2026-01-30 16:00', '2026-03-02 17:00'],
  ['month', 1, '2026-01-30 16:00', '2026-03-02 17:00'],
] as const)('AMB-07: a limit in the unit %s is counted in that unit', (unit: LimitUnit, n, from, due) => {
  expect(written(addLimit(office, at(from), { n, unit }))).toBe(due)
})

test('eight working hours and one working day are different lengths', () => {
  const start = at('2026-03-06 08:00')
  expect(written(addLimit(office, start, { n: 8, unit: 'working-hour' }))).toBe('2026-03-09 08:00')
  expect(written(addLimit(office, start, { n: 1, unit: 'working-day' }))).toBe('2026-03-09 17:00')
})
