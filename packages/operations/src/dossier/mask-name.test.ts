import { expect, test } from 'vitest'
import { maskName } from './mask-name.ts'

test('AMB-30: of a name only the family name and initials are shown', () => {
  expect(maskName('Trần Thị Đan')).toBe('Trần T*** Đ***')
  expect(maskName('Ông  Ái')).toBe('Ông Á***')
})

test('AMB-30: a name of one word is not shown whole', () => {
  expect(maskName('Y')).toBe('Y***')
  expect(maskName('Đan')).toBe('Đ***')
})
