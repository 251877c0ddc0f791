import { Conflict, NotFound } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import {
  currentEdition,
  currentEditionNo,
  getEdition,
  listHosts,
  listTenants,
  putEdition,
  releaseHost,
  tenantByHost,
} from '../src/index.ts'
import { testDatabase } from '../src/testing.ts'
import { nine, noon } from './sample.ts'

const { db, fresh } = await testDatabase()

const put = (tenant: string, hash: string, hosts = [`${tenant}.localhost`], at = nine) =>
  db.transact(tenant, (tx) => putEdition(tx, { hash, hosts, content: { hash, ten: 'Phú Thọ' }, at }))

describe('an edition', () => {
  test('enters a new province in the catalogue', async () => {
    expect(await put('phu-tho', 'h1', ['phu-tho.localhost', 'DVC.PhuTho.example'])).toEqual({
      no: 1,
      applied: true,
    })
    expect(await listTenants(db)).toContain('phu-tho')
    expect(await tenantByHost(db, 'phu-tho.localhost')).toBe('phu-tho')
    expect(await tenantByHost(db, 'dvc.phutho.EXAMPLE')).toBe('phu-tho')
    expect(await tenantByHost(db, 'ha-nam.localhost')).toBeUndefined()
  })

  test('follows the one before; both are kept', async () => {
    const tenant = await fresh()
    await put(tenant, 'h1')
    expect(await put(tenant, 'h2', [`new-${tenant}.localhost`], noon)).toEqual({ no: 2, applied: true })
    await db.read(tenant, async (tx) => {
      expect(await currentEdition(tx)).toEqual({
        tenant,
        no: 2,
        hash: 'h2',
        appliedAt: noon,
        content: { hash: 'h2', ten: 'Phú Thọ' },
        sourceHash: 'h2',
        by: '',
        why: '',
      })
      expect(await getEdition(tx, 1)).toMatchObject({ hash: 'h1', appliedAt: nine })
      await expect(getEdition(tx, 3)).rejects.toBeInstanceOf(NotFound)
    })
    expect(await currentEditionNo(db, tenant)).toBe(2)
    expect((await listHosts(db)).filter((entry) => entry.tenant === tenant)).toEqual([
      { host: `new-${tenant}.localhost`, tenant, retired: false },
      { host: `${tenant}.localhost`, tenant, retired: true },
    ])
  })

  test('that says the same as the one in force is not applied again', async () => {
    const tenant = await fresh()
    await put(tenant, 'h1')
    expect(await put(tenant, 'h1')).toEqual({ no: 1, applied: false })
  })

  test('applied by two processes at once is applied once', async () => {
    const tenant = await fresh()
    const applied = await Promise.all([put(tenant, 'h1'), put(tenant, 'h1'), put(tenant, 'h1')])
    expect(applied.filter((answer) => answer.applied)).toHaveLength(1)
    expect(await currentEditionNo(db, tenant)).toBe(1)
  })

  test('does not take a host from another province', async () => {
    const [a, b] = [await fresh(), await fresh()]
    await put(a, 'h1', ['wanted.localhost'])
    await expect(put(b, 'h1', ['wanted.localhost'])).rejects.toBeInstanceOf(Conflict)
    expect(await tenantByHost(db, 'wanted.localhost')).toBe(a)
    expect(await currentEditionNo(db, b)).toBeUndefined()
  })

  test('leaves old hosts to their province until it gives them up', async () => {
    const [a, b] = [await fresh(), await fresh()]
    await put(a, 'h1', [`old-${a}.localhost`])
    await put(a, 'h2', [`new-${a}.localhost`])
    await expect(put(b, 'h1', [`old-${a}.localhost`])).rejects.toBeInstanceOf(Conflict)
    expect(await db.transact(b, (tx) => releaseHost(tx, `old-${a}.localhost`))).toBe(false)
    expect(await db.transact(a, (tx) => releaseHost(tx, `new-${a}.localhost`))).toBe(false)
    expect(await db.transact(a, (tx) => releaseHost(tx, `old-${a}.localhost`))).toBe(true)
    await put(b, 'h1', [`old-${a}.localhost`])
    expect(await tenantByHost(db, `old-${a}.localhost`)).toBe(b)
  })

  test('of a province that has none is not found', async () => {
    await expect(db.read(await fresh(), (tx) => currentEdition(tx))).rejects.toBeInstanceOf(NotFound)
    expect(await currentEditionNo(db, 'nowhere')).toBeUndefined()
  })
})
