import { currentEditionNo, type Database } from '@motcua/db'
import { expect, test } from 'vitest'
import { openOffices } from '../testing.ts'
import { createTenants } from './tenant-cache.ts'

const { db, open } = await openOffices()

test('which edition is current is asked at most once in the time it is believed, however many ask', async () => {
  const office = await open('long-an')
  const tenants = createTenants(db, { believeForMs: 60_000 })
  const [first, ...others] = await Promise.all(Array.from({ length: 20 }, () => tenants.find(office.tenant)))
  expect(new Set([first, ...others]).size).toBe(1)
  await office.reapply((folder) => ({ ...folder, manifest: { ...folder.manifest, hotline: '1' } }))
  expect(await currentEditionNo(db, office.tenant)).toBe(2)
  expect((await tenants.find(office.tenant))?.edition).toBe(1)
  expect((await office.tenants.find(office.tenant))?.edition).toBe(2)
})

test('a name that is no tenant is not remembered', async () => {
  const tenants = createTenants(db, { believeForMs: 60_000 })
  expect(await tenants.find('nowhere')).toBeUndefined()
  expect(await tenants.findByHost('nowhere.localhost')).toBeUndefined()
  const office = await open('ha-nam')
  expect((await tenants.find(office.tenant))?.manifest.name).toBe('Hà Nam')
})

test('while the archive does not answer, a province is what it last was', async () => {
  const office = await open('long-an')
  const { testDatabase } = await import('@motcua/db/testing')
  const archive: { db: Database } = { db }
  const tenants = createTenants(
    new Proxy(db, { get: (_, name) => Reflect.get(archive.db, name, archive.db) as unknown }),
    { believeForMs: 0 },
  )
  const known = await tenants.findByHost(`${office.tenant}.localhost`)
  const gone = await testDatabase()
  await gone.db.close()
  archive.db = gone.db
  expect(await tenants.findByHost(`${office.tenant}.localhost`)).toBe(known)
  await expect(tenants.find('never-seen')).rejects.toThrow()
})
