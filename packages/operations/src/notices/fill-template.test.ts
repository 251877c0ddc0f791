import { expect, test } from 'vitest'
import { fillLetter, fillLine, fillText } from './fill-template.ts'

test('a paragraph that has nothing to say is left out of a letter, the others stay as they are', () => {
  const letter = 'Kính gửi {applicant},\n\nGhi chú: {note}\n\nHẹn trả: {dueAt}.\nMã: {code}\n'
  expect(fillLetter(letter, { applicant: 'Đan', dueAt: '17:00', code: 'H39' })).toBe(
    'Kính gửi Đan,\n\nHẹn trả: 17:00.\nMã: H39',
  )
})

test('what a person wrote is never taken for a word in braces', () => {
  expect(fillLetter('{reason}', { reason: 'thiếu {code} và $&' })).toBe('thiếu {code} và $&')
})

test('a subject is one line, whatever is filled into it', () => {
  expect(fillLine('Hồ sơ {code}', { code: 'H39\r\nBcc: everyone@example.vn' })).toBe(
    'Hồ sơ H39 Bcc: everyone@example.vn',
  )
})

test('a text message has no diacritics and at most 160 characters; its last sentences give way first', () => {
  const template = 'DVC: da nhan {name}. Hen tra {dueAt}. Tra cuu tai {host}'
  expect(fillText(template, { name: 'hồ sơ “Đăng ký”', dueAt: '17:00', host: 'a.vn' })).toBe(
    'DVC: da nhan ho so "Dang ky". Hen tra 17:00. Tra cuu tai a.vn',
  )
  expect(fillText(template, { name: 'x'.repeat(120), dueAt: '17:00', host: 'long-an.localhost' })).toBe(
    `DVC: da nhan ${'x'.repeat(120)}. Hen tra 17:00.`,
  )
  expect(fillText(template, { name: 'x'.repeat(400) })).toHaveLength(160)
})
