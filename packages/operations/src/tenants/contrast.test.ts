import { expect, test } from 'vitest'
import { contrast } from './contrast.ts'

test('black on white has the greatest contrast and a colour on itself the least', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#7a1f1f', '#7A1F1F')).toBe(1)
})

test('the order of ground and text makes no difference', () => {
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2)
})
