import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { migrate, migrations } from '../src/migrate.ts'
import { testDatabase } from '../src/testing.ts'

const { adminUrl, ownerUrl } = await testDatabase()
const admin = postgres(adminUrl, { max: 1 })
const roles = { app: 'motcua_test_app', worker: 'motcua_test_worker' }
const made: string[] = []
afterAll(async () => {
  for (const name of made) await admin.unsafe(`drop database ${name} with (force)`)
  await admin.end()
})

/** An empty database of the owner. */
async function empty(): Promise<string> {
  const name = `motcua_empty_${randomBytes(4).toString('hex')}`
  await admin.unsafe(`create database ${name} owner motcua_test_owner`)
  made.push(name)
  const url = new URL(ownerUrl)
  url.pathname = `/${name}`
  return url.href
}

describe('migrating', () => {
  test('brings an empty database to this version, and a second time does nothing', async () => {
    const url = await empty()
    expect(await migrate(url, roles)).toEqual(migrations().map((migration) => migration.name))
    expect(await migrate(url, roles)).toEqual([])
  })

  test('by two processes at once happens once', async () => {
    const url = await empty()
    const applied = (await Promise.all([migrate(url, roles), migrate(url, roles)])).flat()
    expect(applied.sort()).toEqual(migrations().map((migration) => migration.name))
  })

  test('stops at a migration that was edited after it was applied', async () => {
    const url = await empty()
    await migrate(url, roles)
    const sql = postgres(url, { max: 1 })
    await sql`update migration set checksum = 'other' where name = '0004_dossier.sql'`
    await sql.end()
    await expect(migrate(url, roles)).rejects.toThrow('`0004_dossier.sql` was edited after it was applied')
  })
})

describe('every migration', () => {
  test.each(migrations())('$name opens with why', ({ text }) => {
    expect(text).toMatch(/^-- Why: /)
  })

  test('stays in the dialect of PostgreSQL 15', () => {
    for (const { text } of migrations())
      expect(text).not.toMatch(/uuidv7\(|without overlaps|\bvirtual\b|json_table/i)
  })
})
