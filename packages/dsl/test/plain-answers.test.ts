import { expect, test } from 'vitest'
import { ask } from '../src/index.ts'
import { type Province, lawOf } from './law.ts'

/** The sentence that gives an answer, in one language. */
const said = (province: Province, question: string, facts: Record<string, unknown>, lang: 'vi' | 'en') =>
  ask(lawOf(province), question, facts).because.at(-1)![lang]

const asOf = '2026-01-06T09:00:00+07:00'

test('TQ25-5.1: a text is told in quotation marks, word for word', () => {
  const facts = { asOf, audience: 'citizen' }
  expect(said('tuyen-quang', 'portal.address', facts, 'vi')).toBe(
    'Địa chỉ truy cập: «dichvucong.gov.vn» (khoản 1 Điều 5, Quyết định 06/2025/QĐ-CTUBND).',
  )
  expect(said('tuyen-quang', 'portal.address', facts, 'en')).toContain('“dichvucong.gov.vn”')
})

test('PT20-4.3: a number of accounts is told in accounts, not in times', () => {
  const facts = { asOf, role: 'unit-admin' }
  expect(said('phu-tho', 'accounts.number', facts, 'vi')).toContain('không quá 1 tài khoản')
  expect(said('phu-tho', 'accounts.number', facts, 'en')).toContain('at most 1 account (')
})

test('TQ25-6.1: a number of vaults is told in vaults', () => {
  expect(said('tuyen-quang', 'vault.number', { asOf }, 'vi')).toContain('không quá 1 kho dữ liệu')
  expect(said('tuyen-quang', 'vault.number', { asOf }, 'en')).toContain('at most 1 data vault (')
})

test('LA19-4.6: a backup is told with its period and how often in each', () => {
  const { answer } = ask(lawOf('long-an'), 'backup.schedule', { asOf })
  expect(answer).toEqual({ periods: ['weekly'], atLeast: 1 })
  expect(said('long-an', 'backup.schedule', { asOf }, 'vi')).toContain('hằng tuần, mỗi kỳ từ 1 lần trở lên (')
  expect(said('long-an', 'backup.schedule', { asOf }, 'en')).toContain('weekly, at least once every period (')
})

test('TQ19-14.4: a set of other things than channels comes in one order, however it is written', () => {
  const facts = { asOf: '2019-08-01T09:00:00+07:00' }
  expect(ask(lawOf('tuyen-quang'), 'qa.excluded', facts).answer).toEqual([
    'complaint',
    'denunciation',
    'petition',
  ])
  expect(said('tuyen-quang', 'qa.excluded', facts, 'vi')).toContain('khiếu nại, tố cáo và kiến nghị')
})

test('TQ19-14.1b.2: a list keeps the order of the article, for each kind of applicant', () => {
  const facts = { asOf: '2019-08-01T09:00:00+07:00', applicant: 'entity' }
  const fields = ask(lawOf('tuyen-quang'), 'qa.fields', facts).answer as readonly string[]
  expect(fields.indexOf('representative-name')).toBeLessThan(fields.indexOf('phone-number'))
  expect(fields.indexOf('phone-number')).toBeLessThan(fields.indexOf('head-office'))
  expect(fields).not.toContain('nationality')
})
