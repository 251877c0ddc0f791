import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import postgres from 'postgres'

/** The roles the processes connect with; migrations grant to them as `:"app"` and `:"worker"`. */
export interface Roles {
  readonly app: string
  readonly worker: string
}

export interface Migration {
  readonly name: string
  readonly text: string
  readonly checksum: string
}

const folder = path.join(import.meta.dirname, '../migrations')

/** The migrations of this version, in order. */
export function migrations(): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    })
}

/**
 * Brings the database at `ownerUrl` to this version: each missing migration in a transaction of its own, one migrator
 * at a time. A migration that was applied is never edited: one whose text differs stops the start.
 * @returns names of the migrations applied now.
 */
export async function migrate(
  ownerUrl: string,
  roles: Roles,
  /** Names of the migrations wanted, for a database as an older version had it; all unless told. */
  { only }: { only?: readonly string[] } = {},
): Promise<string[]> {
  const sql = postgres(ownerUrl, { max: 1, onnotice() {} })
  try {
    await sql.begin(async (tx) => {
      await lock(tx)
      await tx`create table if not exists migration (
        name text primary key, checksum text not null, applied_at timestamptz not null default now())`
    })
    const applied: string[] = []
    for (const migration of migrations()) {
      if (only && !only.includes(migration.name)) continue
      if (await sql.begin((tx) => apply(tx, migration, roles))) applied.push(migration.name)
    }
    await sql.begin(makeCarryable)
    return applied
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function apply(tx: postgres.TransactionSql, migration: Migration, roles: Roles): Promise<boolean> {
  await lock(tx)
  const [known] = await tx<
    { checksum: string }[]
  >`select checksum from migration where name = ${migration.name}`
  if (known && known.checksum !== migration.checksum) {
    throw new Error(
      `migration \`${migration.name}\` was edited after it was applied; write a new one instead`,
    )
  }
  if (known) return false
  await tx.unsafe(migration.text.replace(/:"(app|worker)"/g, (_, role: keyof Roles) => quote(roles[role])))
  await tx`insert into migration (name, checksum) values (${migration.name}, ${migration.checksum})`
  return true
}

/** Whatever tables there are now, a province can be carried out of them and into them. */
async function makeCarryable(tx: postgres.TransactionSql): Promise<void> {
  await lock(tx)
  const [row] = await tx<
    { there: boolean }[]
  >`select to_regprocedure('make_carryable()') is not null as there`
  if (row!.there) await tx`select make_carryable()`
}

/** Held until the transaction ends, so that it also works through a pooler. */
async function lock(tx: postgres.TransactionSql): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext('motcua migrations'))`
}

/** An SQL identifier. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
