import { createHash, createHmac, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import postgres from 'postgres'
import { CannotStart, diskFault } from './cannot-start.ts'
import { quote, type Roles } from './migrate.ts'

/**
 * Roles belong to a whole cluster, so they carry the name of their database: two installations on one cluster have
 * nothing in common.
 */
export function rolesOf(database: string): Roles {
  // PostgreSQL cuts names at 63 bytes.
  const stem =
    Buffer.byteLength(database) <= 50
      ? database
      : `motcua_${createHash('sha256').update(database).digest('hex').slice(0, 32)}`
  return { app: `${stem}_app`, worker: `${stem}_worker` }
}

/** The password of a role, from a secret that only the owner has: every process of the owner finds the same one. */
export function passwordOf(role: string, secret: string): string {
  return createHmac('sha256', secret).update(`role ${role}`).digest('base64url')
}

/** A secret of this installation, for servers that ask no password of the owner. */
export function storedSecret(dataDir: string): string {
  const file = path.join(dataDir, 'roles.secret')
  try {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw diskFault(cause, dataDir)
  }
  return readFileSync(file, 'utf8').trim()
}

/** The same address with another role. */
export function as(url: string, role: string, password: string): string {
  const address = new URL(url)
  address.username = encodeURIComponent(role)
  address.password = encodeURIComponent(password)
  return address.href
}

/**
 * Sees to it that the roles exist, may sign in with their password, and cannot see past row-level security.
 * @throws CannotStart when the user of `url` may not do that.
 */
export async function ensureRoles(
  sql: postgres.Sql,
  names: readonly string[],
  secret: string,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext('motcua roles'))`
    for (const name of names) await ensureRole(tx, name, passwordOf(name, secret))
  })
}

async function ensureRole(tx: postgres.TransactionSql, name: string, password: string): Promise<void> {
  const [role] = await tx<{ strong: boolean }[]>`
    select rolsuper or rolbypassrls as strong from pg_roles where rolname = ${name}`
  if (role?.strong) {
    throw new CannotStart({
      vi: `vai trò ${quote(name)} của cơ sở dữ liệu vượt qua được bảo vệ theo dòng; hãy bỏ SUPERUSER và BYPASSRLS của vai trò đó`,
      en: `the database role ${quote(name)} may see past row-level security; take SUPERUSER and BYPASSRLS from it`,
    })
  }
  const deed = role ? 'alter' : 'create'
  try {
    await tx.unsafe(`${deed} role ${quote(name)} with login password '${password}'`)
  } catch (cause) {
    if ((cause as { code?: string }).code !== '42501') throw cause
    throw new CannotStart(
      {
        vi: `người dùng trong DATABASE_URL không được ${deed === 'alter' ? 'sửa' : 'tạo'} vai trò ${quote(name)}; hãy cấp CREATEROLE cho người dùng đó (alter role … createrole)`,
        en: `the user of DATABASE_URL may not ${deed} the role ${quote(name)}; give that user CREATEROLE (alter role … createrole)`,
      },
      { cause },
    )
  }
}
