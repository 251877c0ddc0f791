import { createHash, randomBytes } from 'node:crypto'
import path from 'node:path'
import postgres from 'postgres'
import { connect, query, type Database } from './database.ts'
import { ensureEmbedded, findEmbedded, stopEmbedded } from './embedded.ts'
import { isAlive } from './embedded-host.ts'
import { migrate, migrations, quote } from './migrate.ts'
import { as, ensureRoles, passwordOf } from './roles.ts'

export interface TestDatabase {
  /** With the app role. */
  readonly db: Database
  /** With the worker role. */
  readonly worker: Database
  readonly ownerUrl: string
  readonly appUrl: string
  readonly workerUrl: string
  /** Superuser of the test server, in this database: for looking behind the scenes and for tampering. */
  readonly adminUrl: string
  /** Enters a tenant in the catalogue, with an id of its own unless told. */
  fresh(tenantId?: string): Promise<string>
  /** Closes the connections and drops the database. */
  close(): Promise<void>
}

const roles = { app: 'motcua_test_app', worker: 'motcua_test_worker' }
const owner = 'motcua_test_owner'
const dataDir = path.join(import.meta.dirname, '../../../.data/test')

/** Clones the template into a database of its own; takes about a tenth of a second. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const serverUrl = await testServer()
  const secret = new URL(serverUrl).password || 'test'
  const name = `${template()}_${process.pid}_${randomBytes(4).toString('hex')}`
  await administer(serverUrl, async (sql) => {
    await ensureTemplate(sql, serverUrl, secret)
    await sql.unsafe(`create database ${quote(name)} template ${quote(template())} owner ${owner}`)
  })
  const at = (role: string) => inDatabase(as(serverUrl, role, passwordOf(role, secret)), name)
  const db = connect({ url: at(roles.app), max: 10 })
  const worker = connect({ url: at(roles.worker), max: 4 })
  return {
    db,
    worker,
    ownerUrl: at(owner),
    appUrl: at(roles.app),
    workerUrl: at(roles.worker),
    adminUrl: inDatabase(serverUrl, name),
    async fresh(tenantId = `t-${randomBytes(6).toString('hex')}`) {
      await db.transact(tenantId, async (tx) => {
        await query(tx).insertInto('tenant').values({ id: tenantId }).execute()
      })
      return tenantId
    },
    async close() {
      await Promise.all([db.close(), worker.close()])
      await administer(serverUrl, (sql) => sql.unsafe(`drop database if exists ${quote(name)} with (force)`))
    },
  }
}

/** Stops the shared server of the tests if it runs; the next test starts it again. */
export async function stopTestServer(): Promise<void> {
  const server = await findEmbedded(dataDir)
  if (server) await stopEmbedded(server)
}

// What a crash would lose, the next run makes again.
const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '300' }

/** One server for all tests, started by whoever comes first; another one where TEST_DATABASE_URL leads. */
async function testServer(): Promise<string> {
  return process.env.TEST_DATABASE_URL ?? (await ensureEmbedded({ dataDir, settings })).url
}

/** Named by what the migrations say: changed migrations make another template. */
function template(): string {
  const text = migrations().map((migration) => migration.checksum)
  return `motcua_t_${createHash('sha256').update(text.join()).digest('hex').slice(0, 12)}`
}

async function ensureTemplate(sql: postgres.Sql, serverUrl: string, secret: string): Promise<void> {
  const name = template()
  const isReady = async () =>
    (await sql`select from pg_database where datname = ${name} and datistemplate`).length > 0
  if (await isReady()) return
  const connection = await sql.reserve()
  try {
    await connection`select pg_advisory_lock(hashtext('motcua test template'))`
    const [ready] = await connection`select from pg_database where datname = ${name} and datistemplate`
    if (ready) return
    await dropLeftovers(connection)
    await connection.unsafe(`drop database if exists ${quote(name)} with (force)`)
    await administer(serverUrl, (other) => ensureRoles(other, [owner, roles.app, roles.worker], secret))
    await connection.unsafe(`create database ${quote(name)} owner ${owner}`)
    await migrate(inDatabase(as(serverUrl, owner, passwordOf(owner, secret)), name), roles)
    await connection.unsafe(`alter database ${quote(name)} with is_template true`)
  } finally {
    await connection`select pg_advisory_unlock_all()`
    connection.release()
  }
}

/** Databases of test processes that were killed. */
async function dropLeftovers(sql: postgres.ReservedSql): Promise<void> {
  const rows = await sql<
    { datname: string }[]
  >`select datname from pg_database where datname ~ '^motcua_t_.*_\\d+_[0-9a-f]{8}$'`
  for (const { datname } of rows) {
    const pid = Number(datname.split('_').at(-2))
    if (!isAlive(pid)) await sql.unsafe(`drop database if exists ${quote(datname)} with (force)`)
  }
}

async function administer<T>(url: string, work: (sql: postgres.Sql) => PromiseLike<T>): Promise<T> {
  const sql = postgres(url, { max: 2, onnotice() {} })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

function inDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}
