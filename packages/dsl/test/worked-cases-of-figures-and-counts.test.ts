import { describe, expect, test } from 'vitest'
import { type Ratio, rateOf } from '../src/figures/rate.ts'
import { ask } from '../src/index.ts'
import { type Province, lawOf } from './law.ts'

const answer = (province: Province, question: string, facts: Record<string, unknown>) =>
  ask(lawOf(province), question, facts).answer
const rate = (question: string, counts: Parameters<typeof rateOf>[1]) =>
  rateOf(answer('long-an', question, august) as Ratio, counts)
const at = (moment: string) => ({ asOf: `${moment}:00+07:00` })
const august = at('2019-08-31T17:00')

describe('worked cases whose answer is no date', () => {
  test('V-24, TQ25-25.2a.3: one re-appointment, so a second one of any length is refused', () => {
    expect(answer('tuyen-quang', 'extension.times', at('2026-01-05T09:00'))).toBe(1)
  })

  test('V-29, TQ25-9.1b: a lock wanted on 30 December is asked for five days ahead and confirmed in two working days', () => {
    const requestedAt = '2025-12-30T09:00:00+07:00'
    const confirmed = (requestReceivedAt: string) =>
      answer('tuyen-quang', 'account.lock', { requestReceivedAt, lockCause: 'planned' })
    expect(answer('tuyen-quang', 'account.lockAhead', { requestedAt, ...at('2025-12-24T09:00') })).toBe(
      '2025-12-25T17:00:00+07:00',
    )
    expect(confirmed('2025-12-24T09:00:00+07:00')).toBe('2025-12-26T17:00:00+07:00')
    expect(confirmed('2025-12-29T09:00:00+07:00')).toBe('2025-12-31T17:00:00+07:00')
  })

  test('V-33, LA19-14.5a, LA19-14.5b: 160 of 200 are settled, 144 of 160 in time', () => {
    expect(rate('rate.settlement', { 'resolved-total': 160, 'received-total': 200 })).toBe('80.0')
    expect(rate('rate.onTime', { 'early-total': 100, 'on-time-total': 44, 'resolved-total': 160 })).toBe(
      '90.0',
    )
  })

  test('V-34, LA19-14.5b: where nothing was settled there is no rate, not a rate of nought', () => {
    expect(rate('rate.onTime', { 'early-total': 0, 'on-time-total': 0, 'resolved-total': 0 })).toBeNull()
  })

  test('V-35, LA19-12.2: a code rates once', () => {
    expect(answer('long-an', 'rating.uses', august)).toBe(1)
  })

  test('V-39, TQ25-8.3: every key has a limit of its own', () => {
    expect(answer('tuyen-quang', 'api.rateLimit', at('2026-01-05T09:00'))).toBe('per-key')
  })

  test('V-40, TQ19-12.2b.2: an acceptance is told on the portal, by text message and by e-mail', () => {
    expect(answer('tuyen-quang', 'notify.acceptance', at('2019-08-15T09:00'))).toMatchObject({
      mode: 'all',
      channels: ['portal', 'sms', 'email'],
    })
  })
})
