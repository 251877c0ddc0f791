import postgres from 'postgres'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { verifyChain } from '../src/index.ts'
import { testDatabase } from '../src/testing.ts'
import { accept, filed, finish, nine } from './sample.ts'

const { db, fresh, appUrl, adminUrl } = await testDatabase()
const app = postgres(appUrl, { max: 1 })
const admin = postgres(adminUrl, { max: 1 })
afterAll(() => Promise.all([app.end(), admin.end()]))

let tenant: string
let id: string
beforeEach(async () => {
  tenant = await fresh()
  id = (await filed(db, tenant)).id
  await db.transact(tenant, (tx) => accept(tx, id))
  await db.transact(tenant, (tx) => finish(tx, id))
})

const verify = () => db.read(tenant, (tx) => verifyChain(tx, id))
const verifyAll = () => db.read(tenant, (tx) => verifyChain(tx))

describe('the app', () => {
  test.each([
    'dossier_event',
    'audit_entry',
    'audit_seal',
    'tenant_edition',
    'payment_event',
    'fee_receipt',
    'reconciliation',
  ])('adds to %s and takes nothing from it', async (table) => {
    for (const deed of [`update ${table} set tenant = tenant`, `delete from ${table}`, `truncate ${table}`]) {
      await expect(app.unsafe(deed)).rejects.toThrow(`permission denied for table ${table}`)
    }
  })

  test('does not delete a dossier', async () => {
    await expect(app`delete from dossier`).rejects.toThrow('permission denied for table dossier')
  })

  test('does not choose a hash or a time of recording', async () => {
    await app.begin(async (sql) => {
      await sql`select set_config('app.tenant', ${tenant}, true)`
      const [row] = await sql`
        insert into dossier_event (tenant, dossier_id, version, event, hash, recorded_at)
        values (${tenant}, ${id}, 4, '{}', 'chosen', '2000-01-01') returning hash, recorded_at`
      expect(row!.hash).toHaveLength(32)
      expect(row!.recorded_at.getFullYear()).toBeGreaterThan(2000)
    })
  })

  test('does not leave out a version', async () => {
    const skipping = app.begin(async (sql) => {
      await sql`select set_config('app.tenant', ${tenant}, true)`
      await sql`insert into dossier_event (tenant, dossier_id, version, event) values (${tenant}, ${id}, 9, '{}')`
    })
    await expect(skipping).rejects.toThrow('has no event before it')
  })
})

describe('the chain of a dossier', () => {
  test('holds as the office wrote it', async () => {
    expect(await verify()).toEqual([])
    expect(await verifyAll()).toEqual([])
  })

  test.each([
    [
      'an altered entry',
      'altered',
      2,
      `update dossier_event set event = jsonb_set(event, '{by}', '"somebody"') where version = 2`,
    ],
    [
      'an altered first entry',
      'altered',
      1,
      `update dossier_event set event = event || '{"at":"x"}' where version = 1`,
    ],
    [
      'an altered last entry',
      'altered',
      3,
      `update dossier_event set event = event || '{"outcome":"rejected"}' where version = 3`,
    ],
    [
      'an altered time of recording',
      'altered',
      2,
      `update dossier_event set recorded_at = recorded_at - interval '1 s' where version = 2`,
    ],
    ['a removed entry', 'missing', 2, 'delete from dossier_event where version = 2'],
    ['a removed first entry', 'missing', 1, 'delete from dossier_event where version = 1'],
    ['a removed last entry', 'missing', 3, 'delete from dossier_event where version = 3'],
    ['a removed log', 'missing', 1, 'delete from dossier_event'],
    ['an altered hash', 'altered', 3, `update dossier_event set hash = sha256('x') where version = 3`],
    [
      'an altered entry with a hash that fits it',
      'altered',
      3,
      `update dossier_event e set event = e.event || '{"by":"x"}', hash = event_hash(
         (select hash from dossier_event p where p.dossier_id = e.dossier_id and p.version = 1),
         tenant, dossier_id, version, recorded_at, e.event || '{"by":"x"}') where version = 2`,
    ],
  ])('shows %s', async (_, fault, version, tampering) => {
    await admin.unsafe(`${tampering}${tampering.includes('where') ? ' and' : ' where'} dossier_id = '${id}'`)
    expect(await verify()).toEqual([{ dossierId: id, version, fault }])
    expect(await verifyAll()).toEqual([{ dossierId: id, version, fault }])
  })

  test('shows an entry that stands beside another dossier’s', async () => {
    const other = await filed(db, tenant)
    await admin`update dossier_event e set event = (select event from dossier_event where dossier_id = ${id} and version = 1)
      where dossier_id = ${other.id}`
    expect(await verifyAll()).toEqual([{ dossierId: other.id, version: 1, fault: 'altered' }])
  })

  test('is looked at in one province only', async () => {
    await admin`delete from dossier_event where dossier_id = ${id}`
    expect(await db.read(await fresh(), (tx) => verifyChain(tx))).toEqual([])
  })
})
