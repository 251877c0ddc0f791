import { join } from 'node:path'
import { instant } from '@motcua/calendar'
import type { DossierEvent } from '@motcua/domain'
import { beforeAll, expect, test } from 'vitest'
import { readTenantFolder } from '../tenants/read-tenant-folder.ts'
import { compileTenant, type Tenant } from '../tenants/tenant.ts'
import { accepted, provinces } from './fixtures.ts'
import { planNotices, type NoticePlan } from './plan-notices.ts'
import { ruleInForce } from './rule-in-force.ts'

const root = join(import.meta.dirname, '../../../..')
const law = new Map<string, Tenant>()

beforeAll(async () => {
  for (const id of provinces) {
    const folder = await readTenantFolder({
      folder: join(root, 'tenants', id),
      national: join(root, 'tenants/national'),
      rules: join(root, 'rules'),
    })
    law.set(id, compileTenant(folder, 1))
  }
})

const acceptedOn = (date: string): DossierEvent => ({ ...accepted, at: instant(`${date}T09:00:00+07:00`) })
const askedOn = (date: string): DossierEvent => ({
  type: 'CompletionRequested',
  at: instant(`${date}T09:00:00+07:00`),
  by: 'o',
  items: [],
})

/** The channels of a plan for somebody who can be reached in every way. */
function channels(id: string, event: DossierEvent): { each: string[]; firstOf: string[] } {
  const everywhere = { accountId: 'a', fullName: 'Đan', citizenId: '0', email: 'a@b.vn', phone: '0900000039' }
  const plan: NoticePlan = planNotices(everywhere, ruleInForce(law.get(id)!, event))
  const names = (list: NoticePlan['each']): string[] => list.map(({ channel }) => channel).sort()
  return { each: names(plan.each), firstOf: names(plan.firstOf) }
}

test('TQ19-12.2b: until 14 December 2025 Tuyên Quang tells an acceptance by portal, text message and letter', () => {
  expect(channels('tuyen-quang', acceptedOn('2025-12-12'))).toEqual({
    each: ['email', 'portal', 'sms'],
    firstOf: [],
  })
})

test('LA19-9.2, LA19-9.2.2: Long An keeps the slip in the account and tells by one of letter, text message and Zalo', () => {
  expect(channels('long-an', acceptedOn('2026-08-04'))).toEqual({
    each: ['portal'],
    firstOf: ['email', 'sms', 'zalo'],
  })
})

test('HN19-12.1: Hà Nam sends the code by text message and letter', () => {
  expect(channels('ha-nam', acceptedOn('2026-08-04')).each).toEqual(['email', 'portal', 'sms'])
})

test('HN19-8.2, HN19-8.2.2: Hà Nam asks for completion by letter and text message', () => {
  expect(channels('ha-nam', askedOn('2026-08-04')).each).toEqual(['email', 'portal', 'sms'])
})

test('TQ19-12.2c: Tuyên Quang’s guidance goes out by one of telephone, letter and text message', () => {
  expect(channels('tuyen-quang', askedOn('2025-12-12')).firstOf).toEqual(['email', 'sms'])
})

test('PT20-9.2c: Phú Thọ asks for completion by letter and by telephone', () => {
  expect(channels('phu-tho', askedOn('2026-08-04')).each).toEqual(['email', 'phone', 'portal'])
})

test('whatever the province and the event, the account is always told (AMB-25)', () => {
  for (const id of provinces) {
    for (const event of [acceptedOn('2026-08-04'), askedOn('2026-08-04')]) {
      expect(channels(id, event).each).toContain('portal')
    }
  }
})
