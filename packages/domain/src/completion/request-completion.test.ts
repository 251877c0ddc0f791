import { expect, test } from 'vitest'
import { accepted, at, given, refusedAtIntake, requested, submitted, why } from '../dossier/examples.ts'
import { requestCompletion } from './request-completion.ts'

const item = { kind: 'field' as const, ref: 'childName', label: 'Họ tên', reason: 'viết tắt' }
const terms = { limit: why('intake.completionLimit', 1), further: why('intake.furtherRequest', null) }
const command = { at: at('10:00'), by: 'Trần Văn Bình', items: [item] }

test('HN19-8.2: an applicant is told everything that is missing, each with its reason', () => {
  expect(requestCompletion(given(submitted), command, terms)).toEqual({
    granted: true,
    events: [{ type: 'CompletionRequested', ...command }],
  })
})

test('a request that asks for nothing, or gives no reason, is none', () => {
  const ask = (items: (typeof item)[]) => requestCompletion(given(submitted), { ...command, items }, terms)
  expect(ask([])).toEqual({ granted: false, refusal: { code: 'items-missing' } })
  expect(ask([item, { ...item, reason: ' ' }])).toEqual({
    granted: false,
    refusal: { code: 'reason-missing' },
  })
})

test.each([
  ['completion-requested', [submitted, requested]],
  ['refused', [submitted, refusedAtIntake]],
  ['processing', [submitted, accepted]],
])('nothing is asked for while a dossier is %s', (phase, events) => {
  expect(requestCompletion(given(...events), command, terms)).toEqual({
    granted: false,
    refusal: { code: 'already-decided-at-intake', data: { phase } },
  })
})
