import type { LegalClock } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import {
  formatBasis,
  formatBytes,
  formatDate,
  formatLimit,
  formatLongDate,
  formatMoment,
  formatMoney,
  formatNumber,
  formatRemaining,
  formatShortMoment,
  formatShortWeekday,
} from '@motcua/ui/format'

const at = (text: string) => text as LegalClock['startedAt']

describe('dates', () => {
  test('a date is written day first', () => {
    expect(formatDate('2026-03-09')).toBe('09/03/2026')
  })

  test('a promised moment is read as an hour, a weekday and a date', () => {
    const due = at('2026-03-09T17:00:00+07:00')
    expect(formatMoment(due, 'vi')).toBe('17:00 thứ Hai, 09/03/2026')
    expect(formatMoment(due, 'en')).toBe('17:00 Monday, 09/03/2026')
    expect(formatShortMoment(due)).toBe('17:00 09/03/2026')
  })

  test('the weekday of a minute past midnight in Vietnam is that of Vietnam', () => {
    expect(formatLongDate('2026-03-09T00:01:00+07:00', 'vi')).toBe('thứ Hai, 09/03/2026')
    expect(formatShortWeekday('2026-03-08', 'vi')).toBe('CN')
  })
})

describe('lengths of time', () => {
  test.each([
    [200, 'còn 3 giờ 20 phút làm việc'],
    [480, 'còn 1 ngày làm việc'],
    [1_250, 'còn 2 ngày 4 giờ làm việc'],
    [5, 'còn 5 phút làm việc'],
    [0, 'còn 0 phút làm việc'],
    [-600, 'quá 1 ngày 2 giờ'],
    [-1, 'quá 1 phút'],
  ])('%i working minutes are read "%s"', (minutes, text) => {
    expect(formatRemaining(minutes, 'vi')).toBe(text)
  })

  test('a clock without a limit says nothing', () => {
    expect(formatRemaining(null, 'vi')).toBe('')
  })

  test('an office whose day has seven hours counts its days by seven', () => {
    expect(formatRemaining(420, 'en', 420)).toBe('1 day of working time left')
  })

  test.each([
    [{ n: 10, unit: 'working-day' }, '10 ngày làm việc', '10 working days'],
    [{ n: 8, unit: 'working-hour' }, '8 giờ làm việc', '8 working hours'],
    [{ n: 1, unit: 'month' }, '1 tháng', '1 month'],
    [{ n: 15, unit: 'calendar-day' }, '15 ngày', '15 calendar days'],
    [{ n: 0, unit: 'working-day' }, 'trong ngày làm việc', 'within the working day'],
  ] as const)('the limit %o is named in both languages', (limit, vi, en) => {
    expect(formatLimit(limit, 'vi')).toBe(vi)
    expect(formatLimit(limit, 'en')).toBe(en)
  })
})

describe('citations', () => {
  test('a place in a regulation runs from the point up in Vietnamese', () => {
    const basis = { regulation: '246/QĐ-UBND', article: '12', clause: '2', point: 'a' }
    expect(formatBasis(basis, 'vi')).toBe('điểm a khoản 2 Điều 12, 246/QĐ-UBND')
    expect(formatBasis(basis, 'en')).toBe('point a, clause 2, article 12, 246/QĐ-UBND')
  })

  test('an article without clauses is cited alone', () => {
    expect(formatBasis({ regulation: '42/2019/QĐ-UBND', article: '9' }, 'vi')).toBe('Điều 9, 42/2019/QĐ-UBND')
  })
})

describe('figures', () => {
  test('thousands and decimals follow the reader', () => {
    expect(formatNumber(1_234_567.5, 'vi', 1)).toBe('1.234.567,5')
    expect(formatNumber(1_234_567.5, 'en', 1)).toBe('1,234,567.5')
    expect(formatNumber(-12, 'vi')).toBe('−12')
  })

  test('money is named in đồng', () => {
    expect(formatMoney(120_000, 'vi')).toBe('120.000 đồng')
    expect(formatMoney(120_000, 'en')).toBe('VND 120,000')
  })

  test('a file is as large as its owner would say', () => {
    expect(formatBytes(500, 'vi')).toBe('500 B')
    expect(formatBytes(880_000, 'vi')).toBe('859 KB')
    expect(formatBytes(2_500_000, 'vi')).toBe('2,4 MB')
    expect(formatBytes(20 * 1024 * 1024, 'en')).toBe('20 MB')
  })
})
