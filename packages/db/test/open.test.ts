import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { ensureEmbedded, stopEmbedded } from '../src/embedded.ts'
import { connect, openArchive, listTenants } from '../src/index.ts'
import { rolesOf, storedSecret } from '../src/roles.ts'
import { testDatabase } from '../src/testing.ts'

const { adminUrl } = await testDatabase()
const admin = postgres(adminUrl, { max: 1, onnotice() {} })
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'motcua-open-'))
const undo: string[] = []
afterAll(async () => {
  for (const statement of undo.reverse()) await admin.unsafe(statement)
  await admin.end()
  rmSync(dataDir, { recursive: true })
}, 60_000)

/** A database with an owner of its own, as an administrator would hand it over. */
async function handedOver(
  attributes = 'createrole',
  password = 'pass word/1',
): Promise<{ url: string; name: string }> {
  const name = `office_${randomBytes(4).toString('hex')}`
  await admin.unsafe(`create role ${name} login password '${password}' ${attributes}`)
  await admin.unsafe(`create database ${name} owner ${name}`)
  for (const role of ['app', 'worker']) undo.push(`drop role if exists ${name}_${role}`)
  undo.push(`drop role ${name}`, `drop database ${name} with (force)`)
  return { url: at(name, name, password), name }
}

function at(database: string, user: string, password: string): string {
  const url = new URL(adminUrl)
  url.username = user
  url.password = encodeURIComponent(password)
  url.pathname = `/${database}`
  return url.href
}

const open = (url: string) => openArchive({ url, dataDir })

async function serves(url: string): Promise<boolean> {
  const db = connect({ url, max: 1 })
  try {
    return (await listTenants(db)).length === 0
  } finally {
    await db.close()
  }
}

describe('opening the archive with DATABASE_URL', () => {
  test('makes the roles and the tables, and serves', async () => {
    const { url, name } = await handedOver()
    const archive = await open(url)
    expect(archive.applied.length).toBeGreaterThan(0)
    expect(new URL(archive.appUrl).username).toBe(`${name}_app`)
    expect(await serves(archive.appUrl)).toBe(true)
  })

  test('a second time, or from another machine, finds the same roles and passwords', async () => {
    const { url } = await handedOver()
    const first = await open(url)
    const elsewhere = await openArchive({ url, dataDir: path.join(dataDir, 'elsewhere') })
    expect(elsewhere).toMatchObject({ appUrl: first.appUrl, workerUrl: first.workerUrl, applied: [] })
    expect(await serves(first.appUrl)).toBe(true)
  })

  test('by two processes at once works for both', async () => {
    const { url } = await handedOver()
    const [a, b] = await Promise.all([open(url), open(url)])
    expect(await serves(a.appUrl)).toBe(true)
    expect(await serves(b.appUrl)).toBe(true)
  })

  test('for two installations on one cluster gives each roles of its own', async () => {
    const [first, second] = [await handedOver(), await handedOver()]
    const [a, b] = [await open(first.url), await open(second.url)]
    expect(await serves(a.appUrl)).toBe(true)
    const strange = new URL(a.appUrl)
    strange.pathname = `/${second.name}`
    await expect(serves(strange.href)).rejects.toThrow('permission denied')
    expect(await serves(b.appUrl)).toBe(true)
  })

  test('of an owner without a password keeps a secret of its own that others cannot read', () => {
    const folder = path.join(dataDir, 'bare')
    expect(storedSecret(folder)).toHaveLength(43)
    expect(storedSecret(folder)).toBe(storedSecret(folder))
    expect(statSync(path.join(folder, 'roles.secret')).mode & 0o777).toBe(0o600)
  })

  test('names of roles stay within what PostgreSQL takes', () => {
    expect(rolesOf('motcua')).toEqual({ app: 'motcua_app', worker: 'motcua_worker' })
    const long = rolesOf('đ'.repeat(40))
    expect(Buffer.byteLength(long.worker)).toBeLessThanOrEqual(63)
    expect(long).not.toEqual(rolesOf('đ'.repeat(41)))
  })
})

describe('one clear sentence', () => {
  const sentence = (url: string) =>
    open(url).then(
      () => 'opened',
      (error: Error) => `${error.constructor.name}: ${error.message}`,
    )

  test('for an address that is none', async () => {
    const form = 'CannotStart: DATABASE_URL is not of the form postgres://user:password@host:5432/database'
    for (const url of ['x', 'mysql://a:b@c/d', 'postgres://a:b@c']) expect(await sentence(url)).toBe(form)
  })

  test('for a server that is not there', async () => {
    expect(await sentence('postgres://a:b@127.0.0.1:9/x')).toBe(
      'CannotStart: no PostgreSQL answers at 127.0.0.1:9; start it or correct DATABASE_URL',
    )
  })

  test('for a wrong password, and for a database that is not there', async () => {
    const { name } = await handedOver()
    const host = new URL(adminUrl).host
    expect(await sentence(at(name, name, 'wrong'))).toBe(
      `CannotStart: the server at ${host} refuses the password of user ${name} in DATABASE_URL`,
    )
    expect(await sentence(at('nowhere', name, 'pass word/1'))).toBe(
      `CannotStart: there is no database nowhere at ${host}; create it or correct DATABASE_URL`,
    )
  })

  test('for a user that may not make roles', async () => {
    const { url, name } = await handedOver('nocreaterole')
    expect(await sentence(url)).toBe(
      `CannotStart: the user of DATABASE_URL may not create the role "${name}_app"; give that user CREATEROLE (alter role … createrole)`,
    )
  })

  test('for a user that may not make tables', async () => {
    const { name } = await handedOver()
    const other = await handedOver()
    const url = at(name, other.name, 'pass word/1')
    undo.push(`drop role if exists ${name}_app`, `drop role if exists ${name}_worker`)
    expect(await sentence(url)).toBe(
      `CannotStart: user ${other.name} may not create tables in database ${name}; make that user its owner`,
    )
  })

  test('for a role that sees past row-level security', async () => {
    const { url, name } = await handedOver()
    await admin.unsafe(`create role ${name}_app login bypassrls`)
    expect(await sentence(url)).toContain(`the database role "${name}_app" may see past row-level security`)
  })
})

describe('the embedded archive', () => {
  test('outlives who found it running, and is not left behind by who was killed', async () => {
    const folder = path.join(dataDir, 'embedded')
    const settings = { fsync: 'off' }
    const server = await ensureEmbedded({ dataDir: folder, settings })
    const [first, second] = [await openArchive({ dataDir: folder }), await openArchive({ dataDir: folder })]
    const used = connect({ url: first.appUrl, max: 1 })
    await listTenants(used)
    await second.stop()
    expect(await listTenants(used)).toEqual([])
    await used.close()
    await first.stop()
    expect((await ensureEmbedded({ dataDir: folder, settings })).started).toBe(true)
    await stopEmbedded(await ensureEmbedded({ dataDir: folder }))
    rmSync(server.folder, { recursive: true, force: true })
  }, 60_000)
})
