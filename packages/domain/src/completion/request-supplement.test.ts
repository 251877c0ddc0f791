import { expect, test } from 'vitest'
import { accepted, at, attached, clock, form, given, papers, submitted, why } from '../dossier/examples.ts'
import { day } from '@motcua/calendar'
import { requestSupplement, type RequestSupplement, type SupplementTerms } from './request-supplement.ts'
import { supplySupplement } from './supply-supplement.ts'

const command: RequestSupplement = {
  at: at('09:00', '2026-08-06'),
  by: 'Lê Thị Chi',
  items: [{ kind: 'paper', ref: 'van-ban-uy-quyen', label: 'Văn bản ủy quyền', reason: 'Chưa có' }],
}
const terms: SupplementTerms = {
  limit: why('intake.completionLimit', 1),
  further: why('intake.furtherRequest', null),
  noticeDue: why('supplement.notice', at('17:00', '2026-08-07')),
  effect: why('processing.onPause', 'reset' as const),
  window: clock(command.at, at('17:00', '2026-08-21')),
}
const inProcessing = given(submitted, accepted)

test('AMB-09, ND118 art. 19.5: the clock stands still while the supplement is awaited, with what the law makes of it', () => {
  const decision = requestSupplement(inProcessing, command, terms)
  expect(decision.granted).toBe(true)
  const waiting = given(submitted, accepted, ...(decision.granted ? decision.events : []))
  expect(waiting).toMatchObject({
    phase: 'supplement-requested',
    code: 'H35.12.03-260804-0001',
    requests: 1,
    request: { window: { dueAt: at('17:00', '2026-08-21') } },
    pauses: [{ reason: 'supplement', from: command.at, effect: { answer: 'reset' } }],
  })
})

test('ND61 art. 19.4, ND118 art. 19.5: after the days the law gives, only the head may send it back', () => {
  const late = { ...command, at: at('17:01', '2026-08-07') }
  expect(requestSupplement(inProcessing, late, terms)).toMatchObject({
    refusal: { code: 'supplement-too-late', data: { dueAt: at('17:00', '2026-08-07') } },
  })
  expect(requestSupplement(inProcessing, { ...late, headReason: 'Giấy tờ giả' }, terms).granted).toBe(true)
  const silent = { ...terms, noticeDue: why('supplement.notice', null) }
  expect(requestSupplement(inProcessing, late, silent).granted).toBe(true)
})

test('a dossier that was not accepted, or waits already, is sent back another way', () => {
  expect(requestSupplement(given(submitted), command, terms)).toMatchObject({
    refusal: { code: 'dossier-not-in-processing' },
  })
})

test('what was asked for after acceptance is required, and brings the promise the law counts from it', () => {
  const asked = requestSupplement(inProcessing, command, terms)
  const waiting = given(submitted, accepted, ...(asked.granted ? asked.events : []))
  const supply = {
    form,
    agencyIds: ['xa-1'],
    papers,
    today: day('2026-08-10'),
    processingClock: clock(at('10:00', '2026-08-10'), at('17:00', '2026-08-11')),
  }
  const content = { answers: waiting.answers, papers: waiting.papers }
  const when = at('10:00', '2026-08-10')
  expect(supplySupplement(waiting, { at: when, ...content }, supply)).toMatchObject({
    refusal: { code: 'papers-missing', data: { papers: ['van-ban-uy-quyen'] } },
  })
  const all = { ...content, papers: [...content.papers, attached('van-ban-uy-quyen')] }
  const decision = supplySupplement(waiting, { at: when, ...all }, supply)
  const back = given(
    submitted,
    accepted,
    ...(asked.granted ? asked.events : []),
    ...(decision.granted ? decision.events : []),
  )
  expect(back).toMatchObject({
    phase: 'processing',
    code: 'H35.12.03-260804-0001',
    pauses: [{ until: when }],
    originalDueAt: at('17:00', '2026-08-05'),
    processingClock: { dueAt: at('17:00', '2026-08-11') },
  })
})
