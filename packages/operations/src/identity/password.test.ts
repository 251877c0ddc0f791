import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

test('a password belongs to its own hash and to no other', async () => {
  const hash = await hashPassword('Mật khẩu của tôi')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(await verifyPassword(hash, 'Mật khẩu của tôi')).toBe(true)
  expect(await verifyPassword(hash, 'Mat khau cua toi')).toBe(false)
  expect(await verifyPassword(await hashPassword('Mật khẩu của tôi'), 'Mật khẩu của tôi')).toBe(true)
})

test('a password typed with combining marks is the same password', async () => {
  expect(await verifyPassword(await hashPassword('Tân An'.normalize('NFC')), 'Tân An'.normalize('NFD'))).toBe(
    true,
  )
})

test('two hashes of one password differ', async () => {
  expect(await hashPassword('giống nhau')).not.toBe(await hashPassword('giống nhau'))
})

test('a login nobody has takes the work of a login somebody has', async () => {
  const hash = await hashPassword('đúng là tôi')
  const time = async (of: string | undefined): Promise<number> => {
    const began = performance.now()
    for (let i = 0; i < 5; i++) await verifyPassword(of, 'sai mất rồi')
    return performance.now() - began
  }
  await time(hash)
  const [known, unknown] = [await time(hash), await time(undefined)]
  expect(await verifyPassword(undefined, '')).toBe(false)
  expect(unknown / known).toBeGreaterThan(0.3)
  expect(unknown / known).toBeLessThan(3)
})
