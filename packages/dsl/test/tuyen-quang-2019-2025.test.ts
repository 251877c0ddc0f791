import { describe, expect, test } from 'vitest'
import { ask } from '../src/index.ts'
import { lawOf } from './law.ts'

const law = lawOf('tuyen-quang')
const tenDays = { n: 10, unit: 'working-day' }
const [lastOld, firstNew] = ['2025-12-14T23:59:59+07:00', '2025-12-15T00:00:00+07:00']
const [old, now] = ['246/QĐ-UBND', '06/2025/QĐ-CTUBND']
const answered = (question: string, facts: Record<string, unknown>) => {
  const { answer, basis } = ask(law, question, facts)
  return [answer, basis[0]?.regulation ?? null]
}

/** A dossier of Tuyên Quang that is touched by the regulation of 2019 and by that of 15 December 2025. */
describe('AMB-17.1: a running clock keeps the rule that opened it', () => {
  test('TQ19-12.2a: an intake clock opened by the last second of the old regulation has eight working hours', () => {
    expect(answered('intake.decision', { submittedAt: lastOld })).toEqual(['2025-12-15T17:00:00+07:00', old])
    expect(answered('intake.decision', { submittedAt: firstNew })[1]).toBe(now)
  })

  test.each([
    ['own', '2025-12-17T17:00:00+07:00'],
    ['cross-agency', '2025-12-19T17:00:00+07:00'],
    ['special', '2025-12-26T17:00:00+07:00'],
  ])('TQ19-15.2b: a question of scope %s asked before the change keeps its days', (scope, due) => {
    expect(answered('question.answer', { receivedAt: '2025-12-12T09:00:00+07:00', scope })).toEqual([
      due,
      old,
    ])
  })

  test('TQ19-15.2a: triage runs over the change under the rule of the question’s receipt', () => {
    const facts = { receivedAt: '2025-12-12T16:30:00+07:00' }
    expect(answered('question.triage', facts)).toEqual(['2025-12-15T09:00:00+07:00', old])
    expect(answered('question.triage', { receivedAt: firstNew })).toEqual([null, null])
  })
})

describe('AMB-17.2: an act is judged by the rule in force when it is done', () => {
  const dueAt = '2025-12-19T17:00:00+07:00'

  test('TQ25-25.2a: an apology for an old dossier made after the change is due a working day before', () => {
    expect(answered('apology.notice', { dueAt, asOf: firstNew })).toEqual(['2025-12-18T17:00:00+07:00', now])
    expect(answered('apology.notice', { dueAt, asOf: lastOld })[1]).not.toBe(now)
  })

  test('TQ25-25.2a: a re-appointment of an old dossier is at most a third of its time', () => {
    const facts = { dueAt, limit: tenDays }
    expect(answered('extension.latest', { ...facts, asOf: firstNew })).toEqual([
      '2025-12-24T17:00:00+07:00',
      now,
    ])
    expect(answered('extension.latest', { ...facts, asOf: lastOld })).toEqual([null, null])
  })
})

test('AMB-17.3, TQ25-25.2a: one re-appointment in the whole life of a dossier, an earlier one included', () => {
  const { answer, readings, basis } = ask(law, 'extension.times', { asOf: firstNew })
  expect([answer, basis[0]!.regulation, readings]).toEqual([1, now, ['AMB-11']])
})

test('AMB-17.4, TQ19-12.3b: a promised date stands on both sides of the change', () => {
  const facts = { acceptedAt: '2025-12-05T10:00:00+07:00', limit: tenDays }
  const asked = [undefined, lastOld, firstNew].map(
    (asOf) => answered('processing.due', { ...facts, asOf })[0],
  )
  expect(asked).toEqual(Array(3).fill('2025-12-19T17:00:00+07:00'))
  expect(answered('processing.due', facts)[1]).toBe(old)
})

describe('AMB-17.5: money follows the rule in force when it is paid', () => {
  test('TQ19-12.5c: a fee paid under the old regulation is refunded, of a later one the province says nothing', () => {
    const facts = { completed: false, collected: false }
    expect(answered('refund.due', { ...facts, asOf: lastOld })).toEqual([true, old])
    expect(answered('refund.due', { ...facts, asOf: firstNew })).toEqual([null, null])
  })

  test('TQ25-17.2: the channels of a payment are those of its day', () => {
    expect(answered('payment.channels', { level: '4', asOf: lastOld })).toEqual([
      ['bank-transfer', 'online'],
      old,
    ])
    expect(answered('payment.channels', { level: '4', asOf: firstNew })).toEqual([['online'], now])
  })
})

test('AMB-17.6, TQ25-17.1: from the day of the change one files at the national portal', () => {
  expect(answered('filing.via', { asOf: lastOld })).toEqual(['portal', old])
  expect(answered('filing.via', { asOf: firstNew })).toEqual(['national-portal', now])
})

test('AMB-17.7, TQ25-5.2: from the day of the change no account is opened at the province', () => {
  expect(answered('accounts.localRegistration', { asOf: lastOld })).toEqual([true, old])
  expect(answered('accounts.localRegistration', { asOf: firstNew })).toEqual([false, now])
})

describe('AMB-17.8: statistics', () => {
  const late = { resultAt: '2025-12-20T09:00:00+07:00', dueAt: '2025-12-19T17:00:00+07:00' }

  test('TQ19-8.2a: a dossier is classified by the rule of its clock, whenever its result comes', () => {
    expect(answered('dossier.timeliness', { ...late, acceptedAt: '2025-12-05T10:00:00+07:00' })).toEqual([
      'late',
      old,
    ])
  })

  test('TQ25-28: a dossier accepted under the new regulation is not classified by the old one', () => {
    expect(answered('dossier.timeliness', { ...late, acceptedAt: firstNew })[1]).not.toBe(old)
  })

  test('TQ25-28.4: a report follows the rule of the day it is made for', () => {
    expect(answered('rating.publishing', { asOf: lastOld })).toEqual([null, null])
    expect(answered('rating.publishing', { asOf: firstNew })).toEqual([
      { periods: ['monthly', 'yearly'] },
      now,
    ])
    expect(answered('figures.periods', { asOf: lastOld })).toEqual([['monthly', 'yearly'], old])
    expect(answered('figures.periods', { asOf: firstNew })).toEqual([null, null])
  })
})

test('AMB-17: filed on Friday evening, decided by the old rule on Monday, settled by the new one', () => {
  const filed = { submittedAt: '2025-12-12T17:30:00+07:00' }
  expect(ask(law, 'intake.decision', filed)).toMatchObject({
    startedAt: '2025-12-15T07:30:00+07:00',
    answer: '2025-12-15T17:00:00+07:00',
    basis: [{ regulation: old }],
  })
  const accepted = { acceptedAt: '2025-12-15T10:00:00+07:00', limit: tenDays }
  expect(answered('processing.due', accepted)).toEqual(['2025-12-29T17:00:00+07:00', now])
})

test('AMB-17: the regulation records that its text has no transition clause, and so no rule is passed over', () => {
  const changes = [...law.program.dispatch.questions.values()].filter((question) => question.changes)
  expect(changes).toEqual([])
  expect(law.program.trees.find(({ number }) => number === now)!.transition).toMatchObject({
    choice: 'silent',
  })
})
