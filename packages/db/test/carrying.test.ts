import { sql } from 'kysely'
import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { connect, query, type Database, type Tx } from '../src/database.ts'
import {
  beginCarrying,
  contentsOf,
  digestOf,
  emptyTables,
  findTenantState,
  leftBehind,
  listCarriedTables,
  putEdition,
  putRows,
  putRowWithContent,
  raiseSequences,
  rowsOf,
  setStanding,
  verifyChain,
  type TableDigest,
} from '../src/index.ts'
import { cloneDatabase, testDatabase } from '../src/testing.ts'
import { ours } from './faults.ts'
import { filed, nine } from './sample.ts'
import { seed } from './seed.ts'

const { db, fresh, ownerUrl, adminUrl } = await testDatabase()
const owner = connect({ url: ownerUrl, max: 2 })
const admin = postgres(adminUrl, { max: 1, onnotice() {} })
const elsewhere = await cloneDatabase()
const ownerElsewhere = connect({ url: elsewhere.ownerUrl, max: 2 })
afterAll(async () => {
  await Promise.all([owner.close(), ownerElsewhere.close(), admin.end()])
  await elsewhere.close()
})

const [a, b] = [await fresh('province-a'), await fresh('province-b')]
await seed(db, a)
await seed(db, b)
const tables = await db.read(a, listCarriedTables)

async function all<T>(batches: AsyncIterable<T[]>): Promise<T[]> {
  const found: T[] = []
  for await (const batch of batches) found.push(...batch)
  return found
}

/** Everything a province is, in memory. */
async function carriedOut(from: Database, tenant: string) {
  return from.read(tenant, async (tx) => {
    const rows = new Map<string, string[]>()
    const contents = new Map<string, Buffer>()
    for (const table of tables) {
      rows.set(table.name, await all(rowsOf(tx, table)))
      for (const one of await all(contentsOf(tx, table))) contents.set(one.sha256, one.content)
    }
    return { rows, contents }
  })
}

async function carryIn(tx: Tx, { rows, contents }: Awaited<ReturnType<typeof carriedOut>>): Promise<void> {
  for (const table of tables) {
    const columns = table.columns.map(({ name }) => name)
    const lines = rows.get(table.name)!
    if (table.name !== 'file') await putRows(tx, table, { columns, lines })
    else
      for (const line of lines) {
        const { content } = JSON.parse(line) as { content: { sha256: string } }
        await putRowWithContent(tx, table, { columns, line, content: contents.get(content.sha256)! })
      }
  }
  await raiseSequences(tx, tables)
}

const digests = (from: Database, tenant: string): Promise<TableDigest[]> =>
  from.read(tenant, async (tx) => {
    const all = []
    for (const table of tables) all.push(await digestOf(tx, table))
    return all
  })

describe('what is carried', () => {
  test('is every table that has a tenant, but those that tell of the installation', async () => {
    const withTenant = await admin<{ name: string }[]>`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'tenant' order by 1`
    expect(tables.map(({ name }) => name).sort()).toEqual(
      ['tenant', ...withTenant.map(({ name }) => name)].filter((name) => !(name in leftBehind)).sort(),
    )
    expect(ours).not.toContain('dossier')
  })

  test('is said of every table in words, and each column with its type', () => {
    for (const { about, key, columns } of tables) {
      expect(about).not.toBe('')
      expect(key.length).toBeGreaterThan(0)
      expect(columns.every(({ type }) => type !== '')).toBe(true)
    }
  })

  test('has what is pointed at before what points at it', () => {
    const at = (name: string) => tables.findIndex((table) => table.name === name)
    expect(at('account')).toBeLessThan(at('dossier'))
    expect(at('dossier')).toBeLessThan(at('dossier_event'))
    expect(at('payment')).toBeLessThan(at('payment_event'))
  })
})

describe('a province', () => {
  test('arrives in another database as it was, to the microsecond and the hash', async () => {
    await ownerElsewhere.transact(a, async (tx) => {
      await beginCarrying(tx)
      await carryIn(tx, await carriedOut(db, a))
    })
    expect(await digests(elsewhere.db, a)).toEqual(await digests(db, a))
    expect(await elsewhere.db.read(a, (tx) => verifyChain(tx))).toEqual([])
  })

  test('goes on there: what is filed next is numbered, derived and chained', async () => {
    const { id } = await filed(elsewhere.db, a)
    const found = await elsewhere.db.read(a, (tx) =>
      sql`select from search_key where dossier_id = ${id}::uuid`.execute(query(tx)),
    )
    expect(found.rows.length).toBeGreaterThan(0)
    expect(await elsewhere.db.read(a, (tx) => verifyChain(tx))).toEqual([])
    const [row] = await admin<{ gap: string | null }[]>`
      select pg_sequence_last_value(pg_get_serial_sequence('outbox', 'id')::regclass) as gap`
    expect(Number(row!.gap)).toBeGreaterThan(0)
  })

  test('is put back beside a living one, which is not touched', async () => {
    const [before, ofB] = [await digests(db, a), await digests(db, b)]
    const out = await carriedOut(db, a)
    await filed(db, a)
    expect(await digests(db, a)).not.toEqual(before)
    await owner.transact(a, async (tx) => {
      await beginCarrying(tx)
      await emptyTables(tx, tables)
      await carryIn(tx, out)
    })
    expect(await digests(db, a)).toEqual(before)
    expect(await digests(db, b)).toEqual(ofB)
  })

  test('that was closed here is not opened by what is put back', async () => {
    const out = await carriedOut(db, a)
    await db.transact(a, (tx) => setStanding(tx, { standing: 'suspended', at: nine }))
    await owner.transact(a, async (tx) => {
      await beginCarrying(tx)
      await emptyTables(tx, tables)
      await carryIn(tx, out)
    })
    expect(await findTenantState(db, a)).toMatchObject({ standing: 'suspended', edition: 1 })
  })

  test('is not let in where one of its hosts belongs to another', async () => {
    const out = await carriedOut(db, a)
    await ownerElsewhere.transact(a, async (tx) => {
      await beginCarrying(tx)
      await emptyTables(tx, tables)
    })
    await elsewhere.fresh('other')
    await elsewhere.db.transact('other', (tx) =>
      putEdition(tx, { hash: 'h', hosts: ['province-a.example'], content: {}, at: nine }),
    )
    const moving = ownerElsewhere.transact(a, async (tx) => {
      await beginCarrying(tx)
      await carryIn(tx, out)
    })
    await expect(moving).rejects.toThrow('host name')
  })

  test('can be taken out whole, and no row of another goes with it', async () => {
    const c = await fresh('province-c')
    await seed(db, c)
    const ofB = await digests(db, b)
    await owner.transact(c, async (tx) => {
      await beginCarrying(tx)
      await emptyTables(tx, tables)
    })
    for (const { name } of tables.filter((table) => table.name !== 'tenant')) {
      const [row] = await admin.unsafe(
        `select count(*)::integer as n from ${name} where tenant = 'province-c'`,
      )
      expect([name, row!.n]).toEqual([name, 0])
    }
    expect(await admin`select edition from tenant where id = 'province-c'`).toMatchObject([{ edition: null }])
    expect(await digests(db, b)).toEqual(ofB)
  })
})

describe('carrying', () => {
  test('is refused to the roles of the processes', async () => {
    await expect(db.transact(a, beginCarrying)).rejects.toThrow('only the owner')
    const behind = db.transact(a, async (tx) => {
      await sql`select set_config('app.carrying', 'yes', true)`.execute(query(tx))
      const { rows } = await sql<{ yes: boolean }>`select is_carrying() as yes`.execute(query(tx))
      return rows[0]!.yes
    })
    expect(await behind).toBe(false)
  })

  test('reaches no other province: its rows are neither taken out nor put in', async () => {
    const ofB = await digests(db, b)
    const moved = (await carriedOut(db, b)).rows.get('account')!
    await expect(
      owner.transact(a, async (tx) => {
        await beginCarrying(tx)
        const account = tables.find(({ name }) => name === 'account')!
        await putRows(tx, account, { columns: account.columns.map(({ name }) => name), lines: moved })
      }),
    ).rejects.toThrow('row-level security')
    expect(await digests(db, b)).toEqual(ofB)
  })

  test('finds every trigger resting and every reference checked at the end, also of tables that came later', async () => {
    await admin.begin(async (tx) => {
      await tx`create table later (tenant text not null references tenant (id), id int, above int, primary key (tenant, id),
        foreign key (tenant, above) references later (tenant, id))`
      await tx`create function nobody_adds() returns trigger language plpgsql as $$ begin raise 'no'; end $$`
      await tx`create trigger nobody_adds before insert or delete on later for each row execute function nobody_adds()`
      await tx`create trigger nobody_adds_much after insert on later for each row when (new.id > 1) execute function nobody_adds()`
      await tx`select make_carryable()`
      const triggers = await tx<{ text: string }[]>`
        select pg_get_triggerdef(t.oid) as text from pg_trigger t where not tgisinternal and tgconstraint = 0`
      expect(triggers.filter(({ text }) => !text.includes('is_carrying()'))).toEqual([])
      const [much] = triggers.filter(({ text }) => text.includes('nobody_adds_much'))
      expect(much!.text).toContain('new.id > 1')
      const fixed = await tx`select from pg_constraint where contype = 'f' and not condeferrable
        and connamespace = 'public'::regnamespace`
      expect(fixed.count).toBe(0)
      await tx`rollback`.catch(() => undefined)
      await tx`begin`
    })
  })
})
