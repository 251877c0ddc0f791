import { expect, test } from 'vitest'
import { shortName } from './short-name.ts'

test('a short name stays whole, without the stop it ends with', () => {
  expect(shortName('Giấy chứng sinh.')).toBe('Giấy chứng sinh')
})

test('a long name is cut between two words', () => {
  const name = 'Tờ khai thay đổi thông tin cư trú (mẫu CT01 ban hành kèm theo Thông tư số 53/2025/TT-BCA)'
  expect(shortName(name)).toBe('Tờ khai thay đổi thông tin cư trú (mẫu CT01 ban hành kèm…')
})
