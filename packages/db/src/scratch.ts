import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { CannotStart } from './cannot-start.ts'
import { migrate, quote } from './migrate.ts'
import { rolesOf } from './roles.ts'

/** An empty database of this version beside the real one, to try things in. */
export interface Scratch {
  readonly ownerUrl: string
  /** The same role as in the real one: row-level security holds for it. */
  readonly appUrl: string
  /** Removes it. Close every `Database` on it before. */
  drop(): Promise<void>
}

export interface ScratchOptions {
  /** May make databases on the server: the superuser of the embedded one, the owner of a given one. */
  readonly adminUrl: string
  readonly ownerUrl: string
  readonly appUrl: string
  /** The last migration it has; this version's unless told. */
  readonly upTo?: string
}

/** @throws CannotStart when nobody here may make databases. */
export async function openScratch({ adminUrl, ownerUrl, appUrl, upTo }: ScratchOptions): Promise<Scratch> {
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
  try {
    // The roles are those the given address speaks of, or the ones that go with the real database.
    const app = decodeURIComponent(new URL(appUrl).username)
    const roles = { app, worker: app.endsWith('_app') ? `${app.slice(0, -4)}_worker` : rolesOf(real).worker }
    await migrate(at(ownerUrl), roles, upTo === undefined ? {} : { upTo })
  } catch (error) {
    await drop()
    throw error
  }
  return { ownerUrl: at(ownerUrl), appUrl: at(appUrl), drop }
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
