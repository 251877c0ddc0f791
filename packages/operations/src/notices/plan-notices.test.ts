import type { Applicant } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { planNotices, questionOf, type NotificationRule } from './plan-notices.ts'

const applicant: Applicant = {
  accountId: 'account-1',
  fullName: 'Trần Thị Đan',
  citizenId: '080185000123',
  email: 'dan@example.vn',
  phone: '0900000039',
}
const portal = { channel: 'portal', recipient: 'account-1' }
const email = { channel: 'email', recipient: 'dan@example.vn' }
const sms = { channel: 'sms', recipient: '0900000039' }
const zalo = { channel: 'zalo', recipient: '0900000039' }

test('TQ19-12.2b: acceptance is told by portal, text message and letter, all three', () => {
  const rule: NotificationRule = { mode: 'all', channels: ['email', 'portal', 'sms'] }
  expect(planNotices(applicant, rule)).toEqual({ each: [portal, email, sms], firstOf: [], notApplicable: [] })
})

test('TQ19-12.2c: guidance goes out by one of telephone, letter and text message, besides the account', () => {
  const rule: NotificationRule = { mode: 'any', channels: ['email', 'phone', 'sms'] }
  expect(planNotices(applicant, rule)).toEqual({ each: [portal], firstOf: [email, sms], notApplicable: [] })
})

test('LA19-9.2: the slip is in the account, and one of letter, text message and Zalo is enough', () => {
  const rule: NotificationRule = { mode: 'one', channels: ['email', 'sms', 'zalo'], plus: ['portal'] }
  expect(planNotices(applicant, rule)).toEqual({
    each: [portal],
    firstOf: [email, sms, zalo],
    notApplicable: [],
  })
})

test('HN19-12.1: the dossier code is sent by text message and by letter', () => {
  const rule: NotificationRule = { mode: 'each-available', channels: ['email', 'sms'] }
  expect(planNotices(applicant, rule).each).toEqual([portal, email, sms])
})

test('PT20-9.2c: an electronic notice by telephone is a message to it', () => {
  const rule: NotificationRule = { mode: 'each-available', channels: ['email', 'phone'] }
  expect(planNotices(applicant, rule).each).toEqual([
    portal,
    email,
    { channel: 'phone', recipient: '0900000039' },
  ])
})

test('ND61 art. 17.2: what is missing, wrong or outside its competence is told under one rule', () => {
  expect([questionOf.CompletionRequested, questionOf.IntakeRefused]).toEqual([
    'notify.supplement',
    'notify.supplement',
  ])
  expect(questionOf.DossierAccepted).toBe('notify.acceptance')
})

describe('AMB-25', () => {
  test('a channel the applicant gave no contact for is not applicable, not failed', () => {
    const { email: _, ...unreachable } = applicant
    const rule: NotificationRule = { mode: 'all', channels: ['email', 'portal', 'sms'] }
    expect(planNotices(unreachable, rule)).toEqual({
      each: [portal, sms],
      firstOf: [],
      notApplicable: ['email'],
    })
  })

  test('somebody who came to the counter without an account is told by the other channels', () => {
    const { accountId: _, ...visitor } = applicant
    const rule: NotificationRule = { mode: 'any', channels: ['email', 'sms'] }
    expect(planNotices(visitor, rule)).toEqual({ each: [], firstOf: [email, sms], notApplicable: ['portal'] })
  })

  test('a channel that no machine sends through is not applicable', () => {
    const rule: NotificationRule = { mode: 'any', channels: ['email', 'written'] }
    expect(planNotices(applicant, rule)).toMatchObject({ firstOf: [email], notApplicable: ['written'] })
  })

  test('where the regulation says nothing the account is told, and a letter goes to whoever gave an address', () => {
    expect(planNotices(applicant, null).each).toEqual([portal, email])
  })
})

test('TQ25-25.2b.2, ND61-19.9: the account on the System is the portal’s own, and a channel the office has not is no address', () => {
  const applicant = { accountId: 'a', fullName: 'Páo', citizenId: '008085000999', phone: '0912345678' }
  const rule = {
    mode: 'each-available',
    channels: ['sms', 'social-network'],
    plus: ['system-account'],
  } as const
  expect(planNotices(applicant, rule)).toEqual({
    each: [
      { channel: 'portal', recipient: 'a' },
      { channel: 'sms', recipient: '0912345678' },
    ],
    firstOf: [],
    notApplicable: [],
  })
})
