import { expect, test } from 'vitest'
import { submission, terms, attached } from '../dossier/examples.ts'
import { submitDossier } from './submit-dossier.ts'

const refusal = (command: Partial<typeof submission>, other: Partial<typeof terms> = {}) => {
  const decision = submitDossier({ ...submission, ...command }, { ...terms, ...other })
  return decision.granted ? 'granted' : decision.refusal
}

test('a submission that is complete in form becomes a dossier with its number and its intake clock', () => {
  expect(submitDossier(submission, terms)).toEqual({
    granted: true,
    events: [{ type: 'DossierSubmitted', ...submission, intakeClock: terms.intakeClock }],
  })
})

test('TQ25-5.1: what is filed through the national portal is not filed online here, but is taken in at the counter', () => {
  const basis = [{ regulation: '06/2025/QĐ-CTUBND', article: '5', clause: '1' }]
  const filing = { via: 'national-portal' as const, basis }
  expect(refusal({}, { filing })).toEqual({ code: 'not-filed-here', data: { basis } })
  expect(refusal({ mode: 'counter' }, { filing })).toBe('granted')
})

test('a required paper that is missing is named', () => {
  expect(refusal({ papers: [] })).toEqual({ code: 'papers-missing', data: { papers: ['giay-chung-sinh'] } })
})

test('a paper handed in at the counter need not be uploaded', () => {
  expect(refusal({ mode: 'counter', papers: [], handedIn: ['giay-chung-sinh'] })).toBe('granted')
})

test('a paper that is only shown at the counter is never missing, and one of another case neither', () => {
  expect(refusal({ papers: [attached('giay-chung-sinh')] })).toBe('granted')
})

test('an answer that is wrong is named with its fault', () => {
  expect(refusal({ answers: {} })).toEqual({
    code: 'answers-invalid',
    data: { errors: [{ field: 'childName', code: 'required' }] },
  })
})

test('answers are kept as they are meant, and only those that were asked for', () => {
  const decision = submitDossier(
    { ...submission, answers: { childName: '  Nguyễn   Văn An ', other: 'x' } },
    terms,
  )
  expect(decision.granted && decision.events[0]).toMatchObject({ answers: { childName: 'Nguyễn Văn An' } })
  expect(decision.granted && 'other' in (decision.events[0] as { answers: object }).answers).toBe(false)
})

test('a result is returned, and a fee is paid, only as the regulation allows at this level', () => {
  expect(refusal({ returnChannel: 'zalo' })).toEqual({
    code: 'channel-not-allowed',
    data: { channel: 'zalo', allowed: ['counter', 'postal'] },
  })
  expect(refusal({ paymentChannel: 'sms' })).toEqual({
    code: 'channel-not-allowed',
    data: { channel: 'sms', allowed: ['counter', 'online'] },
  })
  expect(refusal({ returnChannel: 'postal', paymentChannel: 'online' })).toBe('granted')
})
