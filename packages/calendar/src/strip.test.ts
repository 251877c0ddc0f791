import { expect, test } from 'vitest'
import { at, office, officeDeclaration } from '../test/office.ts'
import { strip } from './strip.ts'

const { sessions } = officeDeclaration

test('the strip of an hour clock fills the sessions it used and shows the days it skipped', () => {
  expect(strip(office, at('2026-03-06 16:00'), at('2026-03-09 16:00'))).toEqual({
    startAt: '2026-03-06T16:00:00+07:00',
    dueAt: '2026-03-09T16:00:00+07:00',
    days: [
      { date: '2026-03-06', kind: 'working', sessions, used: [{ from: '16:00', to: '17:00' }] },
      { date: '2026-03-07', kind: 'rest', sessions: [], used: [] },
      { date: '2026-03-08', kind: 'rest', sessions: [], used: [] },
      {
        ...{ date: '2026-03-09', kind: 'working', sessions },
        used: [
          { from: '07:30', to: '12:00' },
          { from: '13:30', to: '16:00' },
        ],
      },
    ],
  })
})

test('AMB-03: the strip of a day clock leaves the day it starts on unfilled', () => {
  const { days } = strip(office, at('2026-03-06 09:00'), at('2026-03-09 17:00'), { unit: 'working-day' })
  expect(days.map(({ date, used }) => [date, used.length])).toEqual([
    ['2026-03-06', 0],
    ['2026-03-07', 0],
    ['2026-03-08', 0],
    ['2026-03-09', 2],
  ])
})

test('the strip names holidays and make-up days', () => {
  const { days } = strip(office, at('2026-08-21 16:00'), at('2026-09-03 09:00'))
  expect(days.filter(({ name }) => name).map(({ date, kind }) => `${date} ${kind}`)).toEqual([
    '2026-08-22 make-up',
    '2026-08-31 swapped-off',
    '2026-09-01 holiday',
    '2026-09-02 holiday',
  ])
})

test('a long stretch leaves out whole days in its middle and says how many', () => {
  const long = strip(office, at('2026-03-02 09:00'), at('2026-05-29 17:00'), { maxDays: 11 })
  expect(long.days).toHaveLength(11)
  expect(long.elidedDays).toBe(78)
  expect([long.days[0]!.date, long.days[5]!.date, long.days[6]!.date, long.days[10]!.date]).toEqual([
    ...['2026-03-02', '2026-03-07'],
    ...['2026-05-25', '2026-05-29'],
  ])
})

test('a notice owed in advance is drawn from its own day to the day it looks forward to', () => {
  const { startAt, dueAt, days } = strip(office, at('2026-02-02 17:00'), at('2026-01-30 17:00'))
  expect([startAt, dueAt]).toEqual(['2026-02-02T17:00:00+07:00', '2026-01-30T17:00:00+07:00'])
  expect([days[0]!.date, days.at(-1)!.date]).toEqual(['2026-01-30', '2026-02-02'])
})

test('what lies between an event and the start of its clock is drawn, and unused although the office is open', () => {
  const { startAt, days } = strip(office, at('2026-03-06 16:00'), at('2026-03-09 17:00'), {
    runsFrom: at('2026-03-09 07:30'),
  })
  expect(startAt).toBe('2026-03-06T16:00:00+07:00')
  expect(days.map(({ date, kind, used }) => [date, kind, used.length])).toEqual([
    ['2026-03-06', 'working', 0],
    ['2026-03-07', 'rest', 0],
    ['2026-03-08', 'rest', 0],
    ['2026-03-09', 'working', 2],
  ])
})

test('the strip of a clock on the wall fills the night it ran through', () => {
  const { days } = strip(office, at('2026-03-06 23:00'), at('2026-03-07 01:00'), { unit: 'clock' })
  expect(days.map(({ used }) => used)).toEqual([
    [{ from: '23:00', to: '24:00' }],
    [{ from: '00:00', to: '01:00' }],
  ])
})

test('the strip leaves out what a clock stood still for', () => {
  const still = [
    { from: at('2026-03-06 09:00'), to: at('2026-03-06 10:30') },
    { from: at('2026-03-06 10:00'), to: at('2026-03-06 15:00') },
  ]
  const { days } = strip(office, at('2026-03-06 08:00'), at('2026-03-06 17:00'), { still })
  expect(days[0]!.used).toEqual([
    { from: '08:00', to: '09:00' },
    { from: '15:00', to: '17:00' },
  ])
})
