import { day, instant } from '@motcua/calendar'
import { tiersOf, type Agency } from '@motcua/domain'
import { expect, test } from 'vitest'
import { checkTenant } from '../tenants/check-tenant.ts'
import { problemLine, type Problem } from '../tenants/problem.ts'
import type { TenantFolder } from '../tenants/folder.ts'
import { compileTenant } from '../tenants/tenant.ts'
import { readProvince, type Province } from '../testing.ts'
import { checkAgencies } from './check-agencies.ts'
import { tenantOn } from './tenant-on.ts'

const now = instant('2026-03-02T09:00:00+07:00')

function body(id: string, more: Partial<Agency> = {}): Agency {
  const code = String(Number.parseInt(id, 36) % 1000).padStart(3, '0')
  return { id, name: id, level: 'commune', code, address: 'x', phone: '1', hasOneStopSection: true, ...more }
}

function faults(agencies: readonly Agency[]): string[] {
  const problems: Problem[] = []
  const lined = agencies.map((value, i) => ({ line: i + 2, value }))
  checkAgencies(problems, { agencies: lined, points: [], successions: [] }, tiersOf({}))
  return problems.map((problem) => problemLine(problem, 'en'))
}

async function withBodies(province: Province, more: readonly Agency[]): Promise<TenantFolder> {
  const folder = await readProvince(province)
  const known = folder.agencies.map(({ id }) => id)
  const offered = folder.offered.map((one) => ({
    ...one,
    agencies: [...one.agencies, ...more.map(({ id }) => id)],
  }))
  return {
    ...folder,
    agencies: [...folder.agencies, ...more.filter(({ id }) => !known.includes(id))],
    offered,
  }
}

test('a body may have another name and another parent after a day, but not two forms on one day', () => {
  const forms = [
    body('tinh', { level: 'province' }),
    body('huyen', { level: 'district', parentId: 'tinh', to: '2025-06-30' }),
    body('xa', { parentId: 'huyen', to: '2025-06-30' }),
    body('xa', { parentId: 'tinh', name: 'Phường Mới', from: '2025-07-01' }),
  ]
  expect(faults(forms)).toEqual([])
  expect(faults([...forms.slice(0, 3), { ...forms[3]!, from: '2025-06-30' }])).toEqual([
    'agencies.csv:5: `xa` stands on line 4 already',
  ])
})

test('a body cannot stand under one that is gone, nor above itself on any day', () => {
  const gone = body('huyen', { level: 'district', to: '2025-06-30' })
  expect(faults([gone, body('xa', { parentId: 'huyen' })])).toEqual([
    'agencies.csv:3: the parent body `huyen` does not exist on 2025-07-01',
  ])
  expect(
    faults([
      body('mot', { to: '2025-12-31' }),
      body('mot', { parentId: 'hai', from: '2026-01-01' }),
      body('hai', { parentId: 'mot' }),
    ]),
  ).toEqual(['agencies.csv:3: `mot` stands above itself', 'agencies.csv:4: `hai` stands above itself'])
})

test('a code may be given again once its body is gone', () => {
  const old = body('cu', { code: '42', to: '2025-06-30' })
  expect(faults([old, body('moi', { code: '42', from: '2025-07-01' })])).toEqual([])
  expect(faults([old, body('moi', { code: '42' })])).toEqual([
    'agencies.csv:3: `42` stands on line 2 already',
  ])
})

test('a reorganisation declared ahead changes the bodies and who receives at its midnight', async () => {
  const folder = await withBodies('phu-tho', [
    body('xa-cu', { code: '81', to: '2026-03-31' }),
    body('xa-moi', { code: '82', from: '2026-04-01' }),
  ])
  const tenant = compileTenant(folder, 1)
  const code = folder.offered[0]!.code
  const receivers = (on: string): string[] =>
    tenantOn(tenant, day(on))
      .procedures.get(code)!
      .agencies.map(({ id }) => id)
  expect(receivers('2026-03-31')).toContain('xa-cu')
  expect(receivers('2026-03-31')).not.toContain('xa-moi')
  expect(receivers('2026-04-01')).toContain('xa-moi')
  expect(receivers('2026-04-01')).not.toContain('xa-cu')
  // What a dissolved body once received is still named.
  expect(tenantOn(tenant, day('2026-04-01')).agencies.get('xa-cu')?.name).toBe('xa-cu')
})

test('TQ25-4.1a: a district may stand in the directory only as history, since the province has two tiers', async () => {
  const tiers = [
    { id: 'province', kind: 'province', name: { vi: 'Cấp tỉnh', en: 'Province' } },
    { id: 'commune', kind: 'commune', name: { vi: 'Cấp xã', en: 'Commune' } },
    { id: 'huyen-cu', kind: 'district', name: { vi: 'Huyện (trước 01/7/2025)', en: 'Former districts' } },
  ] as const
  const district = body('huyen-son-duong', { level: 'huyen-cu', code: '91' })
  const check = async (agency: Agency): Promise<string[]> => {
    const folder = await withBodies('tuyen-quang', [agency])
    const named = { ...folder, manifest: { ...folder.manifest, tiers: [...tiers] } }
    return checkTenant(named, now).map((problem) => problemLine(problem, 'en'))
  }
  expect(await check(district)).toEqual([
    expect.stringContaining(
      'the regulation knows no tier `huyen-cu` (1 bodies, among them `huyen-son-duong`)',
    ),
  ])
  expect(await check({ ...district, to: '2025-06-30' })).toEqual([])
})

test('PT20-1.2a: a province of three tiers has its districts in the directory', async () => {
  const folder = await withBodies('phu-tho', [body('huyen-x', { level: 'district', code: '91' })])
  expect(checkTenant(folder, now)).toEqual([])
})
