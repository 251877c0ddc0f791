import { expect, test } from 'vitest'
import { dongInWords } from './dong-in-words.ts'

test.each([
  [0, 'Không đồng'],
  [8000, 'Tám nghìn đồng'],
  [15_000, 'Mười lăm nghìn đồng'],
  [21_000, 'Hai mươi mốt nghìn đồng'],
  [120_000, 'Một trăm hai mươi nghìn đồng'],
  [135_000, 'Một trăm ba mươi lăm nghìn đồng'],
  [104_024, 'Một trăm linh bốn nghìn không trăm hai mươi tư đồng'],
  [1_000_005, 'Một triệu không trăm linh năm đồng'],
  [2_010_000_000, 'Hai tỷ không trăm mười triệu đồng'],
])('%i is written out as a receipt writes it', (amount, words) => {
  expect(dongInWords(amount)).toBe(words)
})

test('what is no amount is not written out', () => {
  for (const amount of [-1, 0.5, NaN, 1e12]) expect(() => dongInWords(amount)).toThrow(RangeError)
})
