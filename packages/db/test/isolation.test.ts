import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../src/testing.ts'
import { catalogue, faultsOf, house, ours } from './faults.ts'
import { seed } from './seed.ts'
import { seedHouse } from './seed-house.ts'

const { db, fresh, appUrl, workerUrl, ownerUrl, adminUrl } = await testDatabase()
const admin = postgres(adminUrl, { max: 1, onnotice() {} })
const app = postgres(appUrl, { max: 1, onnotice() {} })
const worker = postgres(workerUrl, { max: 1, onnotice() {} })
const owner = postgres(ownerUrl, { max: 1, onnotice() {} })
afterAll(() => Promise.all([admin, app, worker, owner].map((sql) => sql.end())))

const roles = ['motcua_test_app', 'motcua_test_worker']
const [a, b] = [await fresh('province-a'), await fresh('province-b')]
await seed(db, a)
await seed(db, b)
await seedHouse(db)

const tables = (
  await admin<{ name: string; key: string; columns: string }[]>`
    select c.relname as name, case c.relname when 'tenant' then 'id' else 'tenant' end as key,
      (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute a
        where a.attrelid = c.oid and attnum > 0 and not attisdropped and attidentity = '') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not in ${admin([...ours, ...house])} order by 1`
).map((table) => ({ ...table }))

/** Runs one statement as the app behind the door of `tenant` (undefined: no door) and takes it back. */
async function behind(tenant: string | undefined, statement: string): Promise<number | string> {
  const connection = await app.reserve()
  try {
    await connection`begin`
    if (tenant !== undefined) await connection`select set_config('app.tenant', ${tenant}, true)`
    const rows = await connection.unsafe(statement)
    return rows.count
  } catch (error) {
    return (error as postgres.PostgresError).code
  } finally {
    await connection`rollback`
    connection.release()
  }
}

const refused = '42501'
const doors = {
  'no door': undefined,
  'an empty door': '',
  'another province': b,
  'a province that is not': 'nobody',
}

describe.each(tables)('$name', ({ name, key, columns }) => {
  const ofA = `where ${key} = '${a}'`

  test('has rows to be kept apart', async () => {
    const [row] = await admin.unsafe(`select count(*)::integer as n from ${name} ${ofA}`)
    expect(row!.n).toBeGreaterThan(0)
    expect(await behind(a, `select from ${name} ${ofA}`)).toBe(row!.n)
  })

  describe.each(Object.entries(doors))('behind %s', (_, door) => {
    if (catalogue.includes(name)) {
      test('province A is found', async () => {
        expect(await behind(door, `select from ${name} ${ofA}`)).toBe(1)
      })
    } else {
      test('a row of province A is not read', async () => {
        expect(await behind(door, `select from ${name} ${ofA}`)).toBe(0)
        expect(await behind(door, `select from ${name}`)).toBe(door === b ? await countOf(name, key, b) : 0)
      })
    }

    test('a row of province A is not written', async () => {
      expect(await behind(door, await copyOf(name, key, columns, a))).toBe(refused)
    })

    test('a row of province A is not changed or taken over', async () => {
      expect([0, refused]).toContain(await behind(door, `update ${name} set ${key} = ${key} ${ofA}`))
      expect([0, refused]).toContain(await behind(door, `update ${name} set ${key} = '${b}' ${ofA}`))
    })

    test('a row of province A is not deleted', async () => {
      expect([0, refused]).toContain(await behind(door, `delete from ${name} ${ofA}`))
    })
  })

  test('a row of one’s own is not moved to another province', async () => {
    expect(await behind(a, `update ${name} set ${key} = '${b}' ${ofA}`)).toBe(refused)
  })

  test('a row of no province is not written', async () => {
    for (const door of [undefined, '']) {
      expect(await behind(door, await copyOf(name, key, columns, a, ''))).toBe(refused)
    }
  })

  test('the owner of the tables is kept out as well', async () => {
    const { count } = await owner.unsafe(`select from ${name}`)
    expect(count).toBe(catalogue.includes(name) ? 2 : 0)
  })

  test('the table is not emptied at once', async () => {
    expect(await behind(a, `truncate ${name} cascade`)).toBe(refused)
  })
})

async function countOf(name: string, key: string, tenant: string): Promise<number> {
  const [row] = await admin.unsafe(`select count(*)::integer as n from ${name} where ${key} = '${tenant}'`)
  return row!.n
}

/** An insert of the same row once more, perhaps for another tenant. */
async function copyOf(
  name: string,
  key: string,
  columns: string,
  tenant: string,
  as = tenant,
): Promise<string> {
  const [row] = await admin.unsafe(
    `select to_jsonb(t) as row from ${name} t where ${key} = '${tenant}' limit 1`,
  )
  const text = JSON.stringify({ ...row!.row, [key]: as }).replaceAll("'", "''")
  return `insert into ${name} (${columns}) select ${columns} from jsonb_populate_record(null::${name}, '${text}')`
}

describe.each(house)('%s of the house', (name) => {
  test.each([a, b, '', undefined])(
    'is not seen, written, changed or deleted behind the door of %s',
    async (door) => {
      expect(await behind(door, `select from ${name}`)).toBe(0)
      const columns = name === 'operator_deed' ? 'at, name, deed, thing' : undefined
      if (columns) {
        const insert = `insert into ${name} (${columns}) values (now(), 'x', 'x', 'x')`
        expect(await behind(door, insert)).toBe(refused)
      }
      expect([0, refused]).toContain(await behind(door, `delete from ${name}`))
    },
  )

  test('is not seen where a tenant opens the door of the house beside its own', async () => {
    const both = `select set_config('app.house', 'open', true); select from ${name}`
    const connection = await app.reserve()
    await connection`begin`
    await connection`select set_config('app.tenant', ${a}, true)`
    await connection`select set_config('app.house', 'open', true)`
    const { count } = await connection.unsafe(both.split('; ')[1]!)
    await connection`rollback`
    connection.release()
    expect(count).toBe(0)
    expect((await admin.unsafe(`select from ${name}`)).count).toBeGreaterThan(0)
  })
})

describe('the schema', () => {
  test('has its walls around every table', async () => {
    expect(await faultsOf(admin, roles)).toEqual([])
  })

  test.each([
    [
      'create table hole (tenant text not null, id int, primary key (tenant, id))',
      'hole has no row-level security',
    ],
    [
      `create table hole (tenant text not null, id int, primary key (tenant, id));
       alter table hole enable row level security; alter table hole force row level security`,
      'hole has no policy',
    ],
    [
      `create table hole (tenant text not null, id int, primary key (tenant, id)); alter table hole enable row level security;
       create policy p on hole using (tenant = current_tenant())`,
      'hole does not force row-level security',
    ],
    [
      `create table hole (tenant text not null, id int, primary key (tenant, id)); alter table hole enable row level security;
       alter table hole force row level security; create policy p on hole using (true)`,
      'hole has a policy that does not ask for the tenant',
    ],
    ['create table hole (id int primary key)', 'hole has no column tenant'],
    [
      'create table hole (id int primary key, tenant text not null)',
      'hole_pkey does not begin with the tenant',
    ],
    ['create table hole (tenant text not null, id int)', 'hole has no primary key'],
    ['create unique index hole on dossier (id)', 'hole does not begin with the tenant'],
    [
      'create function hole() returns int language sql security definer return 1',
      "hole() runs with its owner's rights",
    ],
    [
      'grant select on migration to motcua_test_app',
      'motcua_test_app reaches the tables of the installation',
    ],
  ])('would be found wanting after: %s', async (statement, fault) => {
    await admin.begin(async (sql) => {
      await sql.unsafe(statement)
      expect(await faultsOf(sql as unknown as postgres.Sql, roles)).toContain(fault)
      await sql.unsafe('rollback; begin')
    })
    expect(await faultsOf(admin, roles)).toEqual([])
  })
})

describe('a door', () => {
  test('is not changed from inside by the functions that open one', async () => {
    const { count } = await admin`select from dossier where tenant = ${b}`
    expect(count).toBeGreaterThan(0)
    expect(await behind(a, `select * from find_dossier('${b}', 'x')`)).toBe(refused)
    expect(await behind(a, `select * from hit_attempt('${b}', 'x', now(), 60)`)).toBe(refused)
  })
})

describe('the worker', () => {
  const asWorker = async (statement: string): Promise<number | string> => {
    try {
      return (await worker.unsafe(statement)).count
    } catch (error) {
      return (error as postgres.PostgresError).code
    }
  }

  const left = ['outbox', 'chore']

  test.each(left)('sees %s of every province', async (name) => {
    expect(await asWorker(`select from ${name}`)).toBe(await countAll(name))
  })

  test.each(tables.map((table) => table.name).filter((name) => !left.includes(name)))(
    'sees nothing of %s',
    async (name) => {
      expect(await asWorker(`select from ${name}`)).toBe(refused)
    },
  )

  test('takes an errand, and changes nothing else of it', async () => {
    expect(await asWorker(`update outbox set attempts = attempts`)).toBe(await countAll('outbox'))
    for (const column of ['tenant', 'dossier_id', 'kind', 'done_at']) {
      expect(await asWorker(`update outbox set ${column} = ${column}`)).toBe(refused)
    }
    expect(await asWorker('delete from outbox')).toBe(refused)
    const copy = await copyOf(
      'outbox',
      'tenant',
      'tenant, dossier_id, event_version, kind, due_at, attempts',
      a,
    )
    expect(await asWorker(copy)).toBe(refused)
  })

  test('takes a chore, and changes nothing else of it', async () => {
    expect(await asWorker(`update chore set due_at = due_at`)).toBe(await countAll('chore'))
    for (const column of ['tenant', 'kind', 'subject', 'done_at']) {
      expect(await asWorker(`update chore set ${column} = ${column}`)).toBe(refused)
    }
    expect(await asWorker('delete from chore')).toBe(refused)
    expect(await asWorker(await copyOf('chore', 'tenant', 'tenant, kind, subject, due_at', a))).toBe(refused)
  })

  async function countAll(name: string): Promise<number> {
    const [row] = await admin.unsafe(`select count(*)::integer as n from ${name}`)
    return row!.n
  }
})
