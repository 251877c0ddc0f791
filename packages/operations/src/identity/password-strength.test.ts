import { Refused } from '@motcua/domain'
import { expect, test } from 'vitest'
import { refuseCommonPassword } from './password-strength.ts'

const about = ['Nguyễn Thị Hà', 'nguyenthiha.soxaydung', 'Phú Thọ']
const refused = (password: string): boolean => {
  try {
    refuseCommonPassword(password, about)
    return false
  } catch (error) {
    expect((error as Refused).refusal.code).toBe('password-too-common')
    return true
  }
}

test.each([
  '12345678',
  'password1',
  'Password123',
  'qwertyuiop',
  'aaaaaaaaaaaa',
  'matkhau123',
  'Mật khẩu 1',
  'nguyenthiha',
  'Nguyễn Thị Hà',
  'soxaydung1',
  'phutho2026',
  '01011990',
])('what is tried first is no password: %s', (password) => {
  expect(refused(password)).toBe(true)
})

test.each([
  'con mèo ngủ trưa bên cửa sổ',
  'tR7#kQ9!vLp2',
  'ngõ nhỏ phố cũ mưa rào',
  'x'.repeat(3) + 'kW4$tz9Lq',
])('what nobody guesses soon is one: %s', (password) => {
  expect(refused(password)).toBe(false)
})

test('a password of a thousand letters is judged at once', () => {
  const began = performance.now()
  expect(refused('giữa đồng lúa chín vàng '.repeat(43))).toBe(false)
  expect(performance.now() - began).toBeLessThan(1500)
})
