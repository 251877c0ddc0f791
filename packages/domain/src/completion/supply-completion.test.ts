import { day } from '@motcua/calendar'
import { expect, test } from 'vitest'
import {
  accepted,
  at,
  attached,
  clock,
  form,
  given,
  papers,
  requested,
  submitted,
} from '../dossier/examples.ts'
import { evolve } from '../dossier/evolve.ts'
import { supplyCompletion } from './supply-completion.ts'

const thursday = at('08:00', '2026-08-06')
const terms = {
  form,
  agencyIds: ['xa-1'],
  papers,
  intakeClock: clock(thursday, at('17:00', '2026-08-06')),
  today: day('2026-08-06'),
}
const command = {
  at: thursday,
  answers: { childName: 'Nguyễn Văn Ân' },
  papers: [attached('giay-chung-sinh'), attached('van-ban-uy-quyen')],
}
const asked = given(submitted, requested)

test('AMB-08: what is supplied is a new attempt with a fresh intake clock', () => {
  const decision = supplyCompletion(asked, command, terms)
  if (!decision.granted) throw new Error(decision.refusal.code)
  expect(decision.events.reduce(evolve, asked)).toMatchObject({
    phase: 'submitted',
    attempt: 2,
    submittedAt: thursday,
    intakeClock: { startedAt: thursday, dueAt: at('17:00', '2026-08-06') },
    answers: { childName: 'Nguyễn Văn Ân' },
    submissionNo: '260804-7KQ2-M9XD',
  })
})

test('a paper that was asked for must come, also one that is not required of everybody', () => {
  expect(supplyCompletion(asked, { ...command, papers: [attached('giay-chung-sinh')] }, terms)).toEqual({
    granted: false,
    refusal: { code: 'papers-missing', data: { papers: ['van-ban-uy-quyen'] } },
  })
})

test('papers the office has in hand stay in hand', () => {
  const counter = given({ ...submitted, handedIn: ['giay-chung-sinh'] } as typeof submitted, requested)
  const decision = supplyCompletion(counter, { ...command, papers: [attached('van-ban-uy-quyen')] }, terms)
  expect(decision.granted && decision.events[0]).toMatchObject({ handedIn: ['giay-chung-sinh'] })
})

test('answers are checked again', () => {
  expect(supplyCompletion(asked, { ...command, answers: {} }, terms)).toEqual({
    granted: false,
    refusal: { code: 'answers-invalid', data: { errors: [{ field: 'childName', code: 'required' }] } },
  })
})

test('nothing is supplied that was not asked for', () => {
  for (const dossier of [given(submitted), given(submitted, accepted)]) {
    expect(supplyCompletion(dossier, command, terms)).toEqual({
      granted: false,
      refusal: { code: 'completion-not-requested' },
    })
  }
})
