import { describe, expect, test } from 'vitest'
import { at, office, officeWith, written } from '../test/office.ts'
import { day } from './time.ts'
import {
  addWorkingSeconds,
  nextWorkingMoment,
  subtractWorkingSeconds,
  workingSecondsBetween,
} from './working-hours.ts'

const hours = (n: number) => n * 3_600

describe('a deadline in hours is the earliest moment at which they have passed', () => {
  test.each([
    ['TQ19-12.2a: Friday 16:00', '2019-07-12 16:00', 8, '2019-07-15 16:00'],
    ['TQ19-12.2a.2: Friday evening', '2019-07-12 18:20', 8, '2019-07-15 17:00'],
    ['TQ19-12.2a.2: in the lunch break, 12:00 and not 13:30', '2019-07-15 12:30', 8, '2019-07-16 12:00'],
    ['TQ19-12.2a: before National Day', '2019-08-30 16:30', 8, '2019-09-03 16:30'],
    ['TQ19-12.2a: at the closing instant', '2019-07-12 17:00', 8, '2019-07-15 17:00'],
    ['PT20-9.2a: on a Sunday', '2021-01-10 09:00', 8, '2021-01-11 17:00'],
    ['TQ19-15.2a: triage of a question', '2019-08-19 16:30', 2, '2019-08-20 09:00'],
    ['TQ19-15.2a.4: a question on Sunday evening', '2019-08-18 20:00', 2, '2019-08-19 09:30'],
    ['TQ25-9.1b: 5 hours after an emergency lock', '2025-12-19 15:30', 5, '2025-12-22 11:00'],
    ['TQ25-9.1c: one working day of 8 hours', '2025-12-22 15:00', 8, '2025-12-23 15:00'],
    ['AMB-17: filed when the old rule still held', '2025-12-12 17:30', 8, '2025-12-15 17:00'],
    ['ND118/2025-17.2c: a Friday', '2026-03-06 16:00', 8, '2026-03-09 16:00'],
    ['ND118/2025-17.2c: into a make-up Saturday', '2026-08-21 16:00', 8, '2026-08-22 16:00'],
    ['AMB-03: the seconds of the start are kept', '2026-03-06 16:00:07', 8, '2026-03-09 16:00:07'],
    ['AMB-05: four and a half hours end at noon', '2026-03-06 07:30', 4.5, '2026-03-06 12:00'],
    ['AMB-42: across Tết 2026', '2026-02-13 16:00', 2, '2026-02-23 08:30'],
  ])('%s', (_, from, n, due) => {
    expect(written(addWorkingSeconds(office, at(from), hours(n)))).toBe(due)
  })
})

test.each([
  ['TQ19-12.2a.2: Friday evening waits for Monday', '2019-07-12 18:20', '2019-07-15 07:30'],
  ['TQ19-12.2a.2: the lunch break waits for the afternoon', '2019-07-15 12:30', '2019-07-15 13:30'],
  ['AMB-05b: the closing instant waits for the next opening', '2019-07-12 17:00', '2019-07-15 07:30'],
  ['AMB-05b: noon waits for the afternoon', '2019-07-15 12:00', '2019-07-15 13:30'],
  ['PT20-9.2a.2: Sunday, the first day in force', '2021-01-10 09:00', '2021-01-11 07:30'],
  ['AMB-05d: early morning waits for the opening', '2019-08-15 06:10', '2019-08-15 07:30'],
  ['AMB-05b: the last second of the day is worked', '2019-07-12 16:59:59', '2019-07-12 16:59:59'],
  ['AMB-17: a Friday evening before the new rule', '2025-12-12 17:30', '2025-12-15 07:30'],
])('%s', (_, from, next) => {
  expect(written(nextWorkingMoment(office, at(from)))).toBe(next)
})

test.each([
  ['from the afternoon to the morning', '2026-03-09 09:00', 2, '2026-03-06 16:30'],
  ['an opening rather than the closing before it', '2026-03-09 09:30', 2, '2026-03-09 07:30'],
  ['from a rest day', '2026-03-08 10:00', 1, '2026-03-06 16:00'],
])('working hours are counted backwards: %s', (_, from, n, latest) => {
  expect(written(subtractWorkingSeconds(office, at(from), hours(n)))).toBe(latest)
})

test('working time between two moments leaves out lunch, nights and rest days, and has a sign', () => {
  const [friday, monday] = [at('2026-03-06 11:00'), at('2026-03-09 08:00')]
  expect(workingSecondsBetween(office, friday, monday)).toBe(hours(5))
  expect(workingSecondsBetween(office, monday, friday)).toBe(-hours(5))
})

test('AMB-42: a segment of half days is worked only in its half', () => {
  const halfDay = {
    from: day('2026-03-09'),
    to: day('2026-03-09'),
    sessions: [{ from: '07:30', to: '11:30' }],
  }
  const calendar = officeWith({ segments: [halfDay] })
  expect(written(addWorkingSeconds(calendar, at('2026-03-06 16:00'), hours(8)))).toBe('2026-03-10 10:30')
})

test('zero hours change nothing, even outside office hours', () => {
  expect(written(addWorkingSeconds(office, at('2026-03-08 10:00'), 0))).toBe('2026-03-08 10:00')
})

test('a count that leaves the calendar says so instead of guessing', () => {
  const covers = 'outside the calendar, which covers 2019-01-01 to 2028-12-31'
  expect(() => addWorkingSeconds(office, at('2028-12-29 16:00'), hours(8))).toThrow(covers)
  expect(() => addWorkingSeconds(office, at('2029-01-02 09:00'), hours(8))).toThrow(
    `2029-01-02 lies ${covers}`,
  )
  expect(() => subtractWorkingSeconds(office, at('2019-01-02 08:00'), hours(8))).toThrow(covers)
  expect(() => nextWorkingMoment(office, at('2028-12-31 08:00'))).toThrow(covers)
})

test.each([-1, 0.5, NaN])('%d is no count of seconds', (seconds) => {
  expect(() => addWorkingSeconds(office, at('2026-03-06 16:00'), seconds)).toThrow('whole number of seconds')
})
