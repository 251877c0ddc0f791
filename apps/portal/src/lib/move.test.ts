import type { OwnDossierView } from '@motcua/api/client'
import { expect, test } from 'vitest'
import { holderOf, moveOf, standingOf } from './move.ts'

const dossier = (of: object) =>
  ({ phase: 'processing', pauses: [], agency: { name: 'UBND Phường 1' }, ...of }) as unknown as OwnDossierView
const fee = { amount: 50_000, before: 'acceptance' }

test('a fee that is owed is the applicant’s move, whatever the office does meanwhile', () => {
  expect(moveOf(dossier({ phase: 'submitted', fee }))).toBe('pay')
  expect(moveOf(dossier({ fee }))).toBe('pay')
  expect(moveOf(dossier({ phase: 'decided', fee }))).toBe('pay')
  expect(moveOf(dossier({ phase: 'submitted', fee: { ...fee, paid: {} } }))).toBe('wait-intake')
})

test('what the office asks for comes before what is owed', () => {
  expect(moveOf(dossier({ phase: 'completion-requested', fee }))).toBe('complete')
  expect(moveOf(dossier({ phase: 'supplement-requested', fee }))).toBe('complete')
})

test('a clock that stands still is said; one that runs again is not', () => {
  expect(moveOf(dossier({ pauses: [{ reason: 'consultation' }] }))).toBe('wait-paused')
  expect(moveOf(dossier({ pauses: [{ reason: 'consultation', until: 'x' }] }))).toBe('wait-decision')
})

test('PT20-16.2: the applicant sees which body has the dossier and at which step; after its end, nobody', () => {
  const work = {
    agencyName: 'Sở Giao thông vận tải',
    steps: [
      { name: 'Nhận hồ sơ', state: 'done' },
      { name: 'Thẩm tra', state: 'present' },
    ],
  }
  expect(holderOf(dossier({ work }))).toEqual({
    who: 'office',
    agency: 'Sở Giao thông vận tải',
    step: 'Thẩm tra',
  })
  expect(holderOf(dossier({ phase: 'submitted' }))).toEqual({ who: 'office', agency: 'UBND Phường 1' })
  expect(holderOf(dossier({ phase: 'completion-requested' }))).toEqual({ who: 'applicant' })
  expect(holderOf(dossier({ phase: 'returned' }))).toBeUndefined()
})

test('in the list stands first what waits for the applicant: to complete, to pay, to fetch', () => {
  expect(standingOf({ phase: 'supplement-requested', unpaid: false })).toBe('yours')
  expect(standingOf({ phase: 'processing', unpaid: true })).toBe('yours')
  expect(standingOf({ phase: 'decided', unpaid: false })).toBe('yours')
  expect(standingOf({ phase: 'processing', unpaid: false })).toBe('office')
  expect(standingOf({ phase: 'closed', unpaid: false })).toBe('over')
})
