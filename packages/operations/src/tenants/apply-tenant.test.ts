import { instant } from '@motcua/calendar'
import { Conflict } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { openOffices, readProvince } from '../testing.ts'
import { applyTenant } from './apply-tenant.ts'
import { planTenant } from './plan-tenant.ts'
import { TenantProblems } from './problem.ts'

const now = instant('2026-03-02T09:00:00+07:00')
const { db, open } = await openOffices()

describe('applying a province', () => {
  test('the same again changes nothing', async () => {
    const folder = await readProvince('long-an')
    const first = await applyTenant(db, folder, { now })
    expect(first).toEqual({ tenant: 'long-an', edition: 1, changed: true })
    expect(await applyTenant(db, folder, { now })).toEqual({ tenant: 'long-an', edition: 1, changed: false })
    expect((await planTenant(db, folder)).changes).toEqual([])
  })

  test('a plan names what would change, and changes nothing', async () => {
    const office = await open('ha-nam')
    const folder = await readProvince('ha-nam')
    const { hosts } = folder.manifest
    const changed = {
      ...folder,
      manifest: {
        ...folder.manifest,
        id: office.tenant,
        hosts: [`${office.tenant}.localhost`],
        hotline: '1900 1',
      },
      agencies: folder.agencies.slice(0, -1),
    }
    const removed = folder.agencies.at(-1)!.id
    const plan = await planTenant(db, { ...changed, offered: folder.offered })
    expect(plan.from).toBe(1)
    expect(plan.changes).toContainEqual({ part: 'manifest', name: 'hotline', how: 'changed' })
    expect(plan.changes).toContainEqual({ part: 'agency', name: removed, how: 'removed' })
    expect(hosts).toHaveLength(1)
    expect((await office.tenants.find(office.tenant))?.edition).toBe(1)
  })

  test('a host name that leads to another province is refused, and nothing of the edition stays', async () => {
    const office = await open('phu-tho')
    const folder = await readProvince('phu-tho')
    const thief = {
      ...folder,
      manifest: { ...folder.manifest, id: 'thief', hosts: [`${office.tenant}.localhost`] },
    }
    await expect(applyTenant(db, thief, { now })).rejects.toThrow(Conflict)
    expect(await office.tenants.find('thief')).toBeUndefined()
  })

  test('colours nobody can read are refused with their contrast', async () => {
    const folder = await readProvince('long-an')
    const brand = { colour: '#ffd400', onColour: '#ffffff' }
    const pale = { ...folder, manifest: { ...folder.manifest, id: 'pale', brand } }
    const error = await applyTenant(db, pale, { now }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(TenantProblems)
    expect((error as TenantProblems).problems).toMatchObject([
      { file: 'tenant.yaml', en: expect.stringContaining('contrast of `#ffffff` on `#ffd400` is 1.4') },
    ])
  })

  test('rules that do not compile are refused with file and line, in both languages', async () => {
    const folder = await readProvince('long-an')
    const rules = folder.rules.map((file, i) =>
      i === folder.rules.length - 1 ? { ...file, text: `${file.text}\nquy tắc` } : file,
    )
    const broken = { ...folder, manifest: { ...folder.manifest, id: 'broken' }, rules }
    const error = await applyTenant(db, broken, { now }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(TenantProblems)
    const [problem] = (error as TenantProblems).problems
    expect(problem).toMatchObject({ file: folder.rules.at(-1)!.path, line: expect.any(Number) })
    expect(problem!.vi).not.toBe(problem!.en)
  })

  test('a number that was changed without the examples of its rule is refused, and the example named', async () => {
    const folder = await readProvince('phu-tho')
    const rules = folder.rules.map((file) => ({
      ...file,
      text: file.text.replace('trong 08 giờ làm việc kể từ khi nộp', 'trong 06 giờ làm việc kể từ khi nộp'),
    }))
    const changed = { ...folder, manifest: { ...folder.manifest, id: 'changed' }, rules }
    const error = await applyTenant(db, changed, { now }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(TenantProblems)
    const { problems } = error as TenantProblems
    expect(problems).toHaveLength(2)
    expect(problems[0]).toMatchObject({ file: expect.stringContaining('phu-tho'), line: expect.any(Number) })
    expect(problems.map(({ en }) => en).join()).toMatch(/E1001.*2026-03-09T15:00/s)
  })

  test('TQ25-5.1: a province that sends filing to the national portal must say where that is', async () => {
    const folder = await readProvince('tuyen-quang')
    const { nationalPortalUrl: _, ...manifest } = folder.manifest
    const error = await applyTenant(
      db,
      { ...folder, manifest: { ...manifest, id: 'no-door' } },
      { now },
    ).catch((thrown: unknown) => thrown)
    expect((error as TenantProblems).problems).toMatchObject([
      { en: expect.stringContaining('nationalPortalUrl') },
    ])
  })
})

test('what was applied is in force without a restart, and the host name leads to it', async () => {
  const office = await open('long-an')
  const before = await office.tenants.findByHost(`${office.tenant.toUpperCase()}.localhost:3000`)
  expect(before?.edition).toBe(1)
  await office.reapply((folder) => ({ ...folder, manifest: { ...folder.manifest, hotline: '1900 777 777' } }))
  const after = await office.tenants.findByHost(`${office.tenant}.localhost`)
  expect(after).toMatchObject({ edition: 2, manifest: { hotline: '1900 777 777' } })
  expect(before?.manifest.hotline).not.toBe('1900 777 777')
})
