import { day } from '@motcua/calendar'
import { describe, expect, test } from 'vitest'
import { countedBy, feeOf, groupsOf, totalOf, type FeeQuestion, type FeeRate } from './fee-rate.ts'

const rate = (more: Partial<FeeRate>): FeeRate => ({
  procedure: '1.004222',
  cases: [],
  modes: [],
  item: 'Lệ phí đăng ký cư trú',
  kind: 'charges',
  amount: 20_000,
  due: 'result',
  from: day('2023-02-05'),
  basis: 'Thông tư 75/2022/TT-BTC',
  ...more,
})
const table = [
  rate({ modes: ['online'], amount: 10_000, forWhom: undefined }),
  rate({ modes: ['counter', 'postal'] }),
  rate({ forWhom: 'Hộ nghèo', amount: 0 }),
  rate({
    procedure: '2.000635',
    item: 'Bản sao',
    amount: 8000,
    per: 'bản',
    countBy: 'copies',
    due: 'filing',
  }),
  rate({
    procedure: '1.014063',
    item: 'Thẻ',
    amount: 25_000,
    from: day('2025-07-01'),
    to: day('2026-12-31'),
  }),
  rate({ procedure: '1.014063', item: 'Thẻ', amount: 50_000, from: day('2027-01-01') }),
  rate({ procedure: '1.013225', item: 'Cấp phép', amount: 75_000, cases: ['nha-o'] }),
]
const ask = (more: Partial<FeeQuestion>): ReturnType<typeof feeOf> =>
  feeOf(table, {
    procedure: '1.004222',
    caseId: 'thong-thuong',
    mode: 'online',
    on: day('2026-08-04'),
    counts: {},
    ...more,
  })
const amount = (more: Partial<FeeQuestion>): number | undefined => {
  const fee = ask(more)
  return fee && totalOf(fee.lines)
}

describe('the fee', () => {
  test('is another one for another way in', () => {
    expect([amount({}), amount({ mode: 'counter' })]).toEqual([10_000, 20_000])
  })

  test('is that of the day: the half price ends with 2026', () => {
    const card = { procedure: '1.014063' }
    expect(amount({ ...card, on: day('2026-12-31') })).toBe(25_000)
    expect(amount({ ...card, on: day('2027-01-01') })).toBe(50_000)
    expect(amount({ ...card, on: day('2025-06-30') })).toBeUndefined()
  })

  test('is counted by what the form says, and nothing is due for no copies', () => {
    const copies = (n: string) => ({ procedure: '2.000635', counts: { copies: n } })
    expect([amount(copies('3')), amount(copies('')), amount(copies('-2')), amount(copies('1,5'))]).toEqual([
      24_000, 0, 0, 0,
    ])
    expect(ask(copies('3'))!.due).toBe('filing')
  })

  test('of a group of people replaces the usual one', () => {
    expect(amount({ forWhom: 'Hộ nghèo' })).toBe(0)
    expect(amount({ forWhom: 'Nhóm không có trong bảng' })).toBe(10_000)
  })

  test('of a case the table does not name is unknown, not nothing', () => {
    expect(amount({ procedure: '1.013225', caseId: 'cong-trinh' })).toBeUndefined()
  })
})

test('the table tells for whom it has lines of their own and what it counts by', () => {
  const question = { caseId: 'x', mode: 'online', on: day('2026-08-04'), counts: {} } as const
  expect(groupsOf(table, { ...question, procedure: '1.004222' })).toEqual(['Hộ nghèo'])
  expect(countedBy(table, { ...question, procedure: '2.000635' })).toEqual([{ field: 'copies', per: 'bản' }])
})
