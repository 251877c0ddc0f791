import { expect, test } from 'vitest'
import { foldText } from './text.ts'

test.each([
  ['Đất  đai', 'dat dai'],
  ['ĐĂNG KÝ KHAI SINH', 'dang ky khai sinh'],
  ['ươ ưỡ Ạ ệ', 'uo uo a e'],
  [' a\tb\n', 'a b'],
  ['H35.12.03-260804-0001', 'h35.12.03-260804-0001'],
])('%j is searched as %j', (text, folded) => {
  expect(foldText(text)).toBe(folded)
  expect(foldText(folded)).toBe(folded)
})
