import { expect, test } from 'vitest'
import { at, office, officeDeclaration, officeWith } from '../test/office.ts'
import { dayInfo, isProvisional, isWorking } from './day-info.ts'
import { day } from './time.ts'

const { sessions } = officeDeclaration

test.each([
  ['2026-03-06', { kind: 'working', sessions }],
  ['2026-03-07', { kind: 'rest', sessions: [] }],
  ['2026-02-17', { kind: 'holiday', name: 'Tết Nguyên đán', sessions: [] }],
  ['2026-08-31', { kind: 'swapped-off', name: 'Nghỉ hoán đổi (làm bù 22/8/2026)', sessions: [] }],
  ['2026-08-22', { kind: 'make-up', name: 'Làm bù cho ngày nghỉ 31/8/2026', sessions }],
  ['2019-04-15', { kind: 'holiday', name: 'Giỗ Tổ Hùng Vương (10/3 âm lịch) – nghỉ bù', sessions: [] }],
])('AMB-42: what kind of day %s is', (date, info) => {
  expect(dayInfo(office, day(date))).toEqual(info)
})

test('AMB-05b: the office works from the opening to just before the closing instant', () => {
  const works = (time: string) => isWorking(office, at(`2026-03-06 ${time}`))
  expect(
    ['07:29:59', '07:30:00', '11:59:59', '12:00:00', '13:30:00', '16:59:59', '17:00:00'].map(works),
  ).toEqual([...[false, true, true, false], ...[true, true, false]])
})

test('an answer past the last announced day is provisional', () => {
  const calendar = officeWith({ knownThrough: day('2026-12-31') })
  expect(isProvisional(calendar, at('2026-12-31 23:59:59'))).toBe(false)
  expect(isProvisional(calendar, at('2027-01-01 00:00'))).toBe(true)
})

test('a day outside the calendar has no kind', () => {
  expect(() => dayInfo(office, day('2029-01-01'))).toThrow('2029-01-01 lies outside the calendar')
})
