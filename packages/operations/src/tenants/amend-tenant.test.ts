import { instant } from '@motcua/calendar'
import { describe, expect, test } from 'vitest'
import { openOffices, readProvince } from '../testing.ts'
import { amendTenant } from './amend-tenant.ts'
import { applyTenant } from './apply-tenant.ts'
import type { TenantFolder } from './folder.ts'
import { planTenant } from './plan-tenant.ts'
import { TenantProblems } from './problem.ts'

const { db, open } = await openOffices()
const now = instant('2026-03-02T09:00:00+07:00')

const renamed = (folder: TenantFolder): TenantFolder => ({
  ...folder,
  agencies: folder.agencies.map((agency, i) => (i === 0 ? { ...agency, phone: '0272 000 9999' } : agency)),
})
const otherHotline = (folder: TenantFolder): TenantFolder => ({
  ...folder,
  manifest: { ...folder.manifest, hotline: '1900 9' },
})

/** A province whose desk amended the telephone number of its first body. */
async function amended() {
  const office = await open('long-an')
  const read = await readProvince('long-an')
  const hosts = [`${office.tenant}.localhost`]
  const folder = { ...read, manifest: { ...read.manifest, id: office.tenant, hosts } }
  const amend = (change: (folder: TenantFolder) => TenantFolder) =>
    db.transact(office.tenant, (tx) =>
      amendTenant(tx, change, { now, by: 'quantri', why: 'đổi số điện thoại' }),
    )
  const no = await amend(renamed)
  const inForce = async () => (await office.tenants.find(office.tenant))!
  return { office, folder, no, amend, inForce }
}

const phoneOf = ({ agencies }: { agencies: ReadonlyMap<string, { phone: string }> }) =>
  [...agencies.values()][0]!.phone

describe('a province amended at the desk', () => {
  test('is in force as a new edition, and applying its unchanged folder takes nothing back', async () => {
    const { folder, no, inForce } = await amended()
    expect(no).toBe(2)
    expect(phoneOf(await inForce())).toBe('0272 000 9999')
    expect((await planTenant(db, folder)).changes).toEqual([])
    expect(await applyTenant(db, folder, { now })).toMatchObject({ edition: 2, changed: false })
    expect(phoneOf(await inForce())).toBe('0272 000 9999')
  })

  test('keeps its amendment when the folder changes something else', async () => {
    const { folder, inForce } = await amended()
    const changed = otherHotline(folder)
    expect((await planTenant(db, changed)).changes).toEqual([
      { part: 'manifest', name: 'hotline', how: 'changed' },
    ])
    expect(await applyTenant(db, changed, { now })).toMatchObject({ edition: 3, changed: true })
    const tenant = await inForce()
    expect([phoneOf(tenant), tenant.manifest.hotline]).toEqual(['0272 000 9999', '1900 9'])
    expect(await applyTenant(db, changed, { now })).toMatchObject({ edition: 3, changed: false })
  })

  test('keeps it through an amendment of a joined edition as well', async () => {
    const { folder, amend, inForce } = await amended()
    await applyTenant(db, otherHotline(folder), { now })
    await amend(({ abbreviations, ...rest }) => ({
      ...rest,
      abbreviations: { ...abbreviations, XYZ: ['xây dựng'] },
    }))
    const again = otherHotline({ ...folder, manifest: { ...folder.manifest, email: 'moi@long-an.example' } })
    expect(await applyTenant(db, again, { now })).toMatchObject({ edition: 5, changed: true })
    expect(phoneOf(await inForce())).toBe('0272 000 9999')
  })

  test('parts with a folder that changed the same part otherwise, until a person decides', async () => {
    const { folder, inForce } = await amended()
    const changed = { ...folder, agencies: folder.agencies.slice(0, -1) }
    for (const attempt of [planTenant(db, changed), applyTenant(db, changed, { now })]) {
      const error = await attempt.catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(TenantProblems)
      expect((error as TenantProblems).problems[0]?.vi).toContain(
        'phần `agencies` đã được sửa trên bàn làm việc',
      )
    }
    expect(phoneOf(await inForce())).toBe('0272 000 9999')
    await applyTenant(db, changed, { now, overDesk: true })
    expect(phoneOf(await inForce())).toBe(folder.agencies[0]!.phone)
  })

  test('is checked like a folder: what cannot be used changes nothing', async () => {
    const { amend, inForce } = await amended()
    const pale = (folder: TenantFolder): TenantFolder => ({
      ...folder,
      manifest: { ...folder.manifest, brand: { colour: '#ffd400', onColour: '#ffffff' } },
    })
    await expect(amend(pale)).rejects.toBeInstanceOf(TenantProblems)
    expect((await inForce()).edition).toBe(2)
  })
})
