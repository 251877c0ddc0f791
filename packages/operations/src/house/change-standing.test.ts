import { instant } from '@motcua/calendar'
import { currentEdition } from '@motcua/db'
import { OutOfService, Refused, type Actor } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { searchProcedures } from '../catalogue/search-procedures.ts'
import { openOffices } from '../testing.ts'
import { applyTenant } from '../tenants/apply-tenant.ts'
import { TenantFolder } from '../tenants/folder.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import { openTwin, setTwinClock, twinIdOf } from '../tenants/twin.ts'
import { changeStanding, type StandingDeed } from './change-standing.ts'

const { db, open } = await openOffices()
const now = instant('2026-03-02T09:00:00+07:00')
const actor: Actor = { kind: 'operator', operatorId: 'o', fullName: 'Vận Hành', address: '::1' }
const note = { vi: 'Ngừng để nâng cấp.', en: 'Closed for an upgrade.' }

describe('a province', () => {
  test('that is suspended says so on its portal and answers nothing else; resumed it is as it was', async () => {
    const office = await open('long-an')
    await changeStanding(db, office.tenant, { deed: 'suspend', actor, now, note })
    const closed = await office.visitor()
    expect(await getTenant(closed, undefined)).toMatchObject({ closed: { note, since: now } })
    await expect(searchProcedures(closed, {})).rejects.toThrow(OutOfService)
    const staff = await office.staff('ttpvhcc')
    await expect(searchProcedures(staff, {})).rejects.toThrow(OutOfService)
    await changeStanding(db, office.tenant, { deed: 'resume', actor, now })
    const reopened = await office.visitor()
    expect(await searchProcedures(reopened, {})).toMatchObject({
      lines: expect.arrayContaining([expect.anything()]),
    })
    expect((await getTenant(reopened, undefined)).closed).toBeUndefined()
  })

  test('leaves step by step and leaves none out: suspended, archive handed over, confirmed, then the wait', async () => {
    const { tenant } = await open('ha-nam')
    const step = (deed: StandingDeed) => changeStanding(db, tenant, { deed, actor, now, waitingDays: 1 })
    for (const deed of ['resume', 'note-export', 'confirm-archive'] as const)
      await expect(step(deed)).rejects.toThrow(Refused)
    await step('suspend')
    await expect(step('confirm-archive')).rejects.toThrow(Refused)
    await step('note-export')
    expect(await step('confirm-archive')).toMatchObject({
      standing: 'archived',
      purgeAfter: instant('2026-04-01T09:00:00+07:00'),
    })
    expect(await step('resume')).not.toHaveProperty('purgeAfter')
  })
})

describe('a trial of a province', () => {
  test('has its law, a name and host of its own, and a clock that can be moved; the province keeps the world’s', async () => {
    const office = await open('phu-tho')
    const twin = twinIdOf(office.tenant)
    await openTwin(db, { of: office.tenant, now })
    await setTwinClock(db, { twin, to: instant('2026-03-06T17:30:00+07:00'), now, actor })
    const tried = (await office.tenants.find(twin))!
    const there = await getTenant({ ...(await office.visitor()), tenant: tried }, undefined)
    expect(there.trial).toEqual({ of: office.tenant, now: '2026-03-06T17:30:00+07:00' })
    expect(there.hosts).toEqual([`${office.tenant}-thu.localhost`])
    expect(there.program).toBe((await getTenant(await office.visitor(), undefined)).program)
    expect((await getTenant(await office.visitor(), undefined)).trial).toBeUndefined()
    await expect(setTwinClock(db, { twin: office.tenant, to: now, now, actor })).rejects.toThrow(
      'tenant-is-no-twin',
    )
    await expect(openTwin(db, { of: twin, now })).rejects.toThrow('tenant-is-a-twin')
  })
})

test('TQ25-5.1: a province that takes another name is found by the old one, and says which it goes by', async () => {
  const office = await open('tuyen-quang')
  const content = TenantFolder.parse((await db.read(office.tenant, currentEdition)).content)
  const hosts = [`moi-${office.tenant}.localhost`]
  await applyTenant(db, { ...content, manifest: { ...content.manifest, hosts } }, { now })
  const found = await office.tenants.findByHost(`${office.tenant}.localhost`)
  expect(found?.id).toBe(office.tenant)
  expect(found?.manifest.hosts).toEqual(hosts)
})
