import { day } from '@motcua/calendar'
import { expect, test } from 'vitest'
import { accepted, at, clock, decided, form, given, papers, submitted, why } from '../dossier/examples.ts'
import { amendDossier, type AmendmentTrigger, type AmendmentTerms } from './amend-dossier.ts'

const now = at('11:00')
const terms = (triggers: AmendmentTrigger[] | null): AmendmentTerms => ({
  form,
  agencyIds: ['xa-1'],
  papers,
  today: day('2026-08-04'),
  triggers: why('amend.triggers', triggers),
  intakeClock: clock(now, at('11:00', '2026-08-05')),
})
const amend = (dossier: ReturnType<typeof given>, law: AmendmentTerms, childName = 'Nguyễn Văn Ấn') =>
  amendDossier(
    dossier,
    { at: now, by: 'Nguyễn Thị Đào', answers: { childName }, papers: dossier.papers },
    law,
  )

test('PT20-7.2a: the applicant amends a dossier that has changed, before its result', () => {
  const law = terms(['applicant-change', 'agency-request'])
  expect(amend(given(submitted), law).granted).toBe(true)
  expect(amend(given(submitted, accepted), law).granted).toBe(true)
  expect(amend(given(submitted, accepted, decided), law)).toMatchObject({
    refusal: { code: 'amendment-not-allowed', data: { phase: 'decided' } },
  })
})

test('TQ25-18.1: where a dossier is amended as the office asks, it is not amended otherwise', () => {
  expect(amend(given(submitted), terms(['agency-request']))).toMatchObject({
    refusal: { code: 'amendment-not-allowed', data: { triggers: ['agency-request'] } },
  })
})

test('where the law is silent, a dossier may be amended until it is taken on', () => {
  expect(amend(given(submitted), terms(null)).granted).toBe(true)
  expect(amend(given(submitted, accepted), terms(null)).granted).toBe(false)
})

test('AMB-08: what is amended before acceptance is checked anew; after it the promise stands', () => {
  const law = terms(['applicant-change'])
  const before = amend(given(submitted), law)
  const asked = given(submitted, ...(before.granted ? before.events : []))
  expect(asked).toMatchObject({ phase: 'submitted', intakeClock: law.intakeClock })
  const after = amend(given(submitted, accepted), law)
  const promised = given(submitted, accepted)
  expect(given(submitted, accepted, ...(after.granted ? after.events : []))).toMatchObject({
    phase: 'processing',
    processingClock: 'processingClock' in promised && promised.processingClock,
    intakeClock: promised.intakeClock,
  })
})

test('nothing is amended by what was there already, or by what the form does not take', () => {
  expect(amend(given(submitted), terms(null), 'Nguyễn Văn An')).toMatchObject({
    refusal: { code: 'nothing-changed' },
  })
  expect(amend(given(submitted), terms(null), '')).toMatchObject({ refusal: { code: 'answers-invalid' } })
})
