import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { CannotStart } from './cannot-start.ts'
import { migrate, quote } from './migrate.ts'

/** An empty database of this version beside the real one, to try things in. */
export interface Scratch {
  readonly ownerUrl: string
  /** The same role as in the real one: row-level security holds for it. */
  readonly appUrl: string
  /** Brings one that was opened as an older version had it to this version. */
  bringUpToDate(): Promise<void>
  /** Removes it. Close every `Database` on it before. */
  drop(): Promise<void>
}

export interface ScratchOptions {
  /** May make databases on the server: the superuser of the embedded one, the owner of a given one. */
  readonly adminUrl: string
  readonly ownerUrl: string
  readonly appUrl: string
  /** Names of the migrations it has; this version's unless told. */
  readonly migrations?: readonly string[]
}

/** @throws CannotStart when nobody here may make databases. */
export async function openScratch(options: ScratchOptions): Promise<Scratch> {
  const { adminUrl, ownerUrl, appUrl } = options
  const real = decodeURIComponent(new URL(ownerUrl).pathname.slice(1))
  const owner = decodeURIComponent(new URL(ownerUrl).username)
  const name = `${real.slice(0, 40)}_scratch_${randomBytes(6).toString('hex')}`
  await administer(adminUrl, async (sql) => {
    await sql.unsafe(`create database ${quote(name)} owner ${quote(owner)} template template0`)
  })
  const at = (url: string): string => {
    const address = new URL(url)
    address.pathname = `/${encodeURIComponent(name)}`
    return address.href
  }
  const drop = () =>
    administer(adminUrl, async (sql) => {
      await sql.unsafe(`drop database if exists ${quote(name)} with (force)`)
    })
  const app = decodeURIComponent(new URL(appUrl).username)
  // The roles are those of the real database.
  const roles = { app, worker: app.replace(/_app$/, '_worker') }
  const bring = (only?: readonly string[]) => migrate(at(ownerUrl), roles, only ? { only } : {})
  try {
    await bring(options.migrations)
  } catch (error) {
    await drop()
    throw error
  }
  return {
    ownerUrl: at(ownerUrl),
    appUrl: at(appUrl),
    drop,
    async bringUpToDate() {
      await bring()
    },
  }
}

async function administer(url: string, work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice() {} })
  try {
    await work(sql)
  } catch (cause) {
    if ((cause as { code?: string }).code !== '42501') throw cause
    throw new CannotStart(
      {
        vi: 'người dùng trong DATABASE_URL không được tạo cơ sở dữ liệu để diễn tập; hãy cấp CREATEDB cho người dùng đó (alter role … createdb)',
        en: 'the user of DATABASE_URL may not create a database for the drill; give that user CREATEDB (alter role … createdb)',
      },
      { cause },
    )
  } finally {
    await sql.end({ timeout: 5 })
  }
}
