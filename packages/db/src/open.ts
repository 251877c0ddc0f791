import postgres from 'postgres'
import { CannotStart } from './cannot-start.ts'
import { ensureEmbedded, stopEmbedded } from './embedded.ts'
import { migrate, quote } from './migrate.ts'
import { as, ensureRoles, passwordOf, rolesOf, storedSecret } from './roles.ts'

export interface OpenOptions {
  /** DATABASE_URL: owner of a database on a server of version 15 or later. The embedded server when left out. */
  readonly url?: string | undefined
  /** DATA_DIR: holds the embedded server, or the secret of the roles when `url` has no password. */
  readonly dataDir: string
  /** Port of the embedded server; a free one unless told. */
  readonly port?: number | undefined
  readonly settings?: Readonly<Record<string, string>>
  readonly log?: (message: string) => void
}

export interface OpenedArchive {
  /** Migrates; owns the tables. */
  readonly ownerUrl: string
  /** Serves: row-level security holds for it. */
  readonly appUrl: string
  /** Takes errands across tenants, and nothing else. */
  readonly workerUrl: string
  /** Makes roles and databases: the superuser of the embedded server, the owner on a given one. */
  readonly adminUrl: string
  /** Migrations applied now. */
  readonly applied: readonly string[]
  /** Where the files of the embedded server are. */
  readonly folder?: string
  /** True where the embedded server was not running and was started for this. */
  readonly started: boolean
  /** Stops the server if this process started it, or nobody else is on it. Close every `Database` before. */
  stop(): Promise<void>
}

/**
 * Opens the archive: finds or starts the server, makes the roles, migrates.
 * @throws CannotStart with one sentence for the person who starts the program.
 */
export async function openArchive(options: OpenOptions): Promise<OpenedArchive> {
  const server = options.url ? await givenServer(options.url, options.dataDir) : await embeddedServer(options)
  try {
    const { ownerUrl, secret } = server
    const roles = rolesOf(databaseOf(ownerUrl))
    await withServer(server.adminUrl, (sql) => ensureRoles(sql, [roles.app, roles.worker], secret))
    const applied = await migrateOrExplain(ownerUrl, roles)
    return {
      ownerUrl,
      appUrl: as(ownerUrl, roles.app, passwordOf(roles.app, secret)),
      workerUrl: as(ownerUrl, roles.worker, passwordOf(roles.worker, secret)),
      adminUrl: server.adminUrl,
      applied,
      started: server.started,
      stop: server.stop,
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

interface Server {
  readonly ownerUrl: string
  /** Address with which roles are made. */
  readonly adminUrl: string
  readonly secret: string
  readonly started: boolean
  stop(): Promise<void>
}

async function embeddedServer({ dataDir, port, settings, log }: OpenOptions): Promise<Server> {
  const embedded = await ensureEmbedded({
    dataDir,
    ...(port !== undefined && { port }),
    ...(settings && { settings }),
    ...(log && { log }),
  })
  const secret = new URL(embedded.url).password
  const owner = 'motcua_owner'
  await withServer(embedded.url, async (sql) => {
    await ensureRoles(sql, [owner], secret)
    await ensureDatabase(sql, 'motcua', owner)
  })
  const address = new URL(as(embedded.url, owner, passwordOf(owner, secret)))
  address.pathname = '/motcua'
  return {
    ownerUrl: address.href,
    adminUrl: embedded.url,
    secret,
    started: embedded.started,
    async stop() {
      if (embedded.started || (await isUnused(embedded.url))) await stopEmbedded(embedded)
    },
  }
}

/** A server left over by a process that was killed has nobody on it. */
async function isUnused(url: string): Promise<boolean> {
  return withServer(url, async (sql) => {
    const [row] = await sql<{ others: number }[]>`
      select count(*)::integer as others from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()`
    return row!.others === 0
  })
}

/** Makes the database unless it is there, one process at a time. */
async function ensureDatabase(sql: postgres.Sql, name: string, owner: string): Promise<void> {
  const connection = await sql.reserve()
  try {
    await connection`select pg_advisory_lock(hashtext('motcua database'))`
    const [there] = await connection`select from pg_database where datname = ${name}`
    if (!there) await connection.unsafe(`create database ${quote(name)} owner ${quote(owner)}`)
    await connection`select pg_advisory_unlock(hashtext('motcua database'))`
  } finally {
    connection.release()
  }
}

async function givenServer(url: string, dataDir: string): Promise<Server> {
  const address = parse(url)
  await withServer(url, async (sql) => {
    const [row] = await sql<
      { version: number }[]
    >`select current_setting('server_version_num')::integer as version`
    if (row!.version < 150_000) {
      throw new CannotStart({
        vi: 'DATABASE_URL dẫn tới PostgreSQL cũ hơn phiên bản 15; hãy dùng phiên bản 15 trở lên',
        en: 'DATABASE_URL leads to a PostgreSQL older than 15; use version 15 or later',
      })
    }
  })
  const secret = decodeURIComponent(address.password) || storedSecret(dataDir)
  return { ownerUrl: url, adminUrl: url, secret, started: false, stop: () => Promise.resolve() }
}

function parse(url: string): URL {
  let address: URL | undefined
  try {
    address = new URL(url)
  } catch {
    // said below
  }
  if (!address || !/^postgres(ql)?:$/.test(address.protocol) || address.pathname.length < 2) {
    throw new CannotStart({
      vi: 'DATABASE_URL không có dạng postgres://người-dùng:mật-khẩu@máy:5432/cơ-sở-dữ-liệu',
      en: 'DATABASE_URL is not of the form postgres://user:password@host:5432/database',
    })
  }
  return address
}

const databaseOf = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1))

async function withServer<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice() {} })
  try {
    return await work(sql)
  } catch (error) {
    throw explain(error, url)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function migrateOrExplain(ownerUrl: string, roles: { app: string; worker: string }): Promise<string[]> {
  try {
    return await migrate(ownerUrl, roles)
  } catch (error) {
    throw explain(error, ownerUrl)
  }
}

/** The usual reasons why a server does not let us in, each as one sentence. */
function explain(error: unknown, url: string): unknown {
  const { host, username } = new URL(url)
  const database = databaseOf(url)
  const code = (error as { code?: string }).code
  const unknownHost = {
    vi: `không tìm thấy máy ${host} ghi trong DATABASE_URL`,
    en: `the host ${host} of DATABASE_URL is not known`,
  }
  const sentences: Record<string, { vi: string; en: string }> = {
    ECONNREFUSED: {
      vi: `không có PostgreSQL nào trả lời ở ${host}; hãy khởi động nó hoặc sửa DATABASE_URL`,
      en: `no PostgreSQL answers at ${host}; start it or correct DATABASE_URL`,
    },
    ENOTFOUND: unknownHost,
    EAI_AGAIN: unknownHost,
    CONNECT_TIMEOUT: {
      vi: `không có PostgreSQL nào trả lời ở ${host} trong 10 giây; hãy sửa DATABASE_URL`,
      en: `no PostgreSQL answers at ${host} within 10 seconds; correct DATABASE_URL`,
    },
    '28P01': {
      vi: `máy chủ ở ${host} không nhận mật khẩu của người dùng ${username} trong DATABASE_URL`,
      en: `the server at ${host} refuses the password of user ${username} in DATABASE_URL`,
    },
    '28000': {
      vi: `máy chủ ở ${host} không cho người dùng ${username} vào cơ sở dữ liệu ${database}; hãy sửa DATABASE_URL`,
      en: `the server at ${host} does not let user ${username} into database ${database}; correct DATABASE_URL`,
    },
    '3D000': {
      vi: `ở ${host} không có cơ sở dữ liệu ${database}; hãy tạo nó hoặc sửa DATABASE_URL`,
      en: `there is no database ${database} at ${host}; create it or correct DATABASE_URL`,
    },
    '42501': {
      vi: `người dùng ${username} không được tạo bảng trong cơ sở dữ liệu ${database}; hãy để người dùng đó là chủ sở hữu`,
      en: `user ${username} may not create tables in database ${database}; make that user its owner`,
    },
    '53100': {
      vi: `ổ đĩa của máy chủ ở ${host} đã đầy`,
      en: `the disk of the server at ${host} is full`,
    },
  }
  const sentence = code && sentences[code]
  return sentence ? new CannotStart(sentence, { cause: error }) : error
}
