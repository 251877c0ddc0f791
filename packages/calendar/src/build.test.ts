import { describe, expect, test } from 'vitest'
import { at, officeDeclaration, officeWith, written } from '../test/office.ts'
import { buildCalendar } from './build.ts'
import { dayInfo } from './day-info.ts'
import type { SpecialDayKind } from './declaration.ts'
import { day } from './time.ts'
import { addWorkingDays } from './working-days.ts'

const morning = [{ from: '07:30', to: '11:30' }]
const summer = [{ from: '07:00', to: '15:00' }]
const year = { from: day('2026-01-01'), to: day('2026-12-31') }

describe('segments', () => {
  test('a season changes the hours of working days and opens no rest day', () => {
    const calendar = officeWith({ segments: [{ ...year, sessions: summer }] })
    expect(dayInfo(calendar, day('2026-03-06')).sessions).toEqual(summer)
    expect(dayInfo(calendar, day('2026-03-07'))).toEqual({ kind: 'rest', sessions: [] })
    expect(dayInfo(calendar, day('2025-12-31')).sessions).toEqual(officeDeclaration.sessions)
  })

  test('Saturday mornings are worked where the office declares them', () => {
    const calendar = officeWith({ segments: [{ ...year, weekdays: [6], sessions: morning }] })
    expect(dayInfo(calendar, day('2026-03-07'))).toEqual({ kind: 'working', sessions: morning })
    expect(written(addWorkingDays(calendar, at('2026-03-06 09:00'), 1))).toBe('2026-03-07 11:30')
  })

  test('a Saturday morning stays a morning in a season declared after it', () => {
    const segments = [
      { ...year, weekdays: [6 as const], sessions: morning },
      { ...year, sessions: summer },
    ]
    expect(dayInfo(officeWith({ segments }), day('2026-03-07')).sessions).toEqual(morning)
  })

  test('a weekday opened without hours of its own has the hours of its season', () => {
    const segments = [
      { ...year, weekdays: [6 as const] },
      { ...year, sessions: summer },
    ]
    expect(dayInfo(officeWith({ segments }), day('2026-03-07')).sessions).toEqual(summer)
  })

  test('the later of two seasons wins', () => {
    const segments = [
      { ...year, sessions: summer },
      { ...year, from: day('2026-03-06'), sessions: morning },
    ]
    expect(dayInfo(officeWith({ segments }), day('2026-03-05')).sessions).toEqual(summer)
    expect(dayInfo(officeWith({ segments }), day('2026-03-06')).sessions).toEqual(morning)
  })

  test('a segment without hours closes the office, by its name', () => {
    const segments = [{ from: day('2026-03-06'), to: day('2026-03-08'), sessions: [], name: 'Chuyển trụ sở' }]
    const calendar = officeWith({ segments })
    expect(dayInfo(calendar, day('2026-03-06'))).toEqual({
      kind: 'closure',
      name: 'Chuyển trụ sở',
      sessions: [],
    })
    expect(dayInfo(calendar, day('2026-03-07'))).toEqual({ kind: 'rest', sessions: [] })
  })
})

describe('make-up days', () => {
  test('have the ordinary hours of their season, not those of the Saturday they fall on', () => {
    const segments = [
      { ...year, sessions: summer },
      { ...year, weekdays: [6 as const], sessions: morning },
    ]
    const calendar = officeWith({ segments })
    expect(dayInfo(calendar, day('2026-08-22'))).toMatchObject({ kind: 'make-up', sessions: summer })
  })

  test('are not worked where the office itself is closed', () => {
    const closure = { date: day('2026-08-22'), kind: 'closure' as const, name: 'Mất điện' }
    const calendar = officeWith({ days: [...officeDeclaration.days, closure] })
    expect(dayInfo(calendar, day('2026-08-22'))).toEqual({ kind: 'closure', name: 'Mất điện', sessions: [] })
  })

  test.each(['holiday', 'compensatory', 'swapped-off'] as SpecialDayKind[])('cannot also be a %s', (kind) => {
    const days = [...officeDeclaration.days, { date: day('2026-08-22'), kind, name: 'x' }]
    expect(() => officeWith({ days })).toThrow(
      '2026-08-22 is declared both a make-up working day and a day off',
    )
  })
})

test('a holiday keeps its name on a day the office also closes', () => {
  const closure = { date: day('2026-09-02'), kind: 'closure' as const, name: 'Sửa chữa' }
  const calendar = officeWith({ days: [closure, ...officeDeclaration.days] })
  expect(dayInfo(calendar, day('2026-09-02'))).toMatchObject({ kind: 'holiday', name: 'Quốc khánh 2/9' })
})

test('a special day outside the covered days is left aside', () => {
  const calendar = buildCalendar({ ...officeDeclaration, from: day('2026-03-01'), to: day('2026-03-31') })
  expect(calendar.names.size).toBe(0)
})

test.each([
  ['hours that run backwards', { sessions: [{ from: '12:00', to: '07:30' }] }, '`12:00-07:30` does not'],
  ['hours that overlap', { sessions: [...summer, ...morning] }, '`07:30-11:30` does not'],
  [
    'an hour no clock shows',
    { sessions: [{ from: '07:30', to: '24:30' }] },
    'such as `07:30`, found `24:30`',
  ],
  ['a week without working days', { weekdays: [] }, 'at least one working weekday'],
  ['an end before the beginning', { to: day('2018-12-31') }, 'not from 2019-01-01 to 2018-12-31'],
  ['more days than its tables hold', { to: day('2500-01-01') }, 'at most 65535 days'],
  [
    'a segment that says nothing',
    { segments: [{ ...year, name: 'Hè' }] },
    'segment "Hè" from 2026-01-01 says neither',
  ],
  [
    'a segment that ends before it begins',
    { segments: [{ from: day('2026-02-02'), to: day('2026-02-01'), sessions: [] }] },
    'ends before it begins: 2026-02-02 to 2026-02-01',
  ],
])('a declaration with %s is refused', (_, changes, why) => {
  expect(() => officeWith(changes)).toThrow(why)
})

test('a calendar of eleven years stays under 100 KB', () => {
  const calendar = officeWith({ from: day('2018-01-01') })
  const bytes = Object.values(calendar).reduce(
    (sum, table) => sum + (ArrayBuffer.isView(table) ? table.byteLength : 0),
    0,
  )
  expect(bytes).toBeLessThan(100_000)
})
