import { expect, test } from 'vitest'
import { accepted, at, clock, given, submitted } from '../dossier/examples.ts'
import { redirectDossier } from './redirect-dossier.ts'

const command = {
  at: at('10:00'),
  by: 'Trần Văn Bình',
  toAgencyId: 'xa-2',
  reason: 'Người được khai sinh cư trú tại xã khác',
  basis: 'Điều 13 Luật Hộ tịch',
}
const terms = { agencyIds: ['xa-1', 'xa-2'], intakeClock: clock(at('10:00'), at('10:00', '2026-08-05')) }

test('HN19-8.2: a dossier outside its competence is sent on, with an intake time of its own there', () => {
  const decision = redirectDossier(given(submitted), command, terms)
  const there = given(submitted, ...(decision.granted ? decision.events : []))
  expect(there).toMatchObject({
    phase: 'submitted',
    agencyId: 'xa-2',
    submissionNo: given(submitted).submissionNo,
    intakeClock: terms.intakeClock,
  })
})

test('not without a reason and an article, and not to a body that does not receive this procedure', () => {
  const refused = (more: Partial<typeof command>, dossier = given(submitted)) => {
    const decision = redirectDossier(dossier, { ...command, ...more }, terms)
    return decision.granted ? undefined : decision.refusal.code
  }
  expect(refused({ reason: ' ' })).toBe('reason-missing')
  expect(refused({ basis: '' })).toBe('reason-missing')
  expect(refused({ toAgencyId: 'xa-9' })).toBe('not-received-there')
  expect(refused({ toAgencyId: 'xa-1' })).toBe('not-received-there')
  expect(refused({}, given(submitted, accepted))).toBe('already-decided-at-intake')
})
