import { sql as kysely } from 'kysely'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { query } from '../src/database.ts'
import { testDatabase } from '../src/testing.ts'
import { citizen, filed } from './sample.ts'

const { db, fresh, appUrl, adminUrl } = await testDatabase()
const app = postgres(appUrl, { max: 1 })
const admin = postgres(adminUrl, { max: 1 })
afterAll(() => Promise.all([app.end(), admin.end()]))

let tenant: string
beforeAll(async () => {
  tenant = await fresh('province-a')
  const accountId = await citizen(db, tenant)
  await Promise.all(Array.from({ length: 50 }, () => citizen(db, tenant)))
  await Promise.all(Array.from({ length: 50 }, () => filed(db, tenant, { accountId })))
  await admin`
    insert into session (tenant, id_hash, account_id, expires_at)
    select ${tenant}, encode(sha256(n::text::bytea), 'hex'), ${accountId}, now() from generate_series(1, 50) n`
  await admin`analyze`
})

/** How the app, behind its door, would go about a statement if reading whole tables were out of the question. */
async function planOf(statement: string): Promise<string> {
  return app.begin(async (sql) => {
    await sql`select set_config('app.tenant', ${tenant}, true), set_config('enable_seqscan', 'off', true),
      set_config('enable_bitmapscan', 'off', true)`
    return (await sql.unsafe(`explain ${statement}`)).map((row) => row['QUERY PLAN']).join('\n')
  }) as Promise<string>
}

const inTenant = `tenant = 'province-a'`
const nobody = '00000000-0000-4000-8000-000000000000'

test.each([
  [
    'a look-up by code',
    `select state from dossier where ${inTenant} and code = 'x'`,
    /Index Scan using dossier_code .*\n +Index Cond: .*code/,
  ],
  [
    'a look-up by submission number',
    `select state from dossier where ${inTenant} and submission_no = 'x'`,
    /Index Cond: .*submission_no/,
  ],
  [
    'a page of a queue',
    `select id from dossier where ${inTenant} and agency_id = 'xa-1' and queue = 'new'
      and (queue_at, submitted_at, id) > (now(), now(), '${nobody}') order by queue_at, submitted_at, id limit 51`,
    /^(?!.*Sort).*Scan using dossier_queue .*Index Cond: .*queue_at/s,
  ],
  [
    'a page of what is late',
    `select id from dossier where ${inTenant} and agency_id = 'xa-1' and queue = 'processing' and queue_at < now()
      order by queue_at, submitted_at, id limit 51`,
    /^(?!.*Sort).*Scan using dossier_queue .*Index Cond: .*queue_at < now/s,
  ],
  [
    'a page of what is owed',
    `select id from dossier where ${inTenant} and agency_id = 'xa-1' and unpaid order by queue_at, submitted_at, id limit 51`,
    /^(?!.*Sort).*Scan using dossier_unpaid /s,
  ],
  [
    'a page of one’s own work',
    `select id from dossier where ${inTenant} and holder_id = '${nobody}' order by queue_at, submitted_at, id limit 51`,
    /^(?!.*Sort).*Scan using dossier_holder .*Index Cond: .*holder_id/s,
  ],
  [
    'the latest that was done',
    `select id from dossier where ${inTenant} and agency_id = 'xa-1' and queue = 'done' order by queue_at desc, submitted_at desc, id desc limit 51`,
    /^(?!.*Sort).*Scan Backward using dossier_queue .*Index Cond: .*queue = 'done'/s,
  ],
  [
    'what a search finds',
    `select dossier_id from search_key where ${inTenant} and agency_id = 'xa-1' and key >= 'dao' and key < 'dao~'
      order by key limit 500`,
    /^(?!.*Sort).*Index Only Scan using search_key_pkey .*Index Cond: .*agency_id.*key >= 'dao'.*key < 'dao~'/s,
  ],
  [
    'one’s own dossiers',
    `select id from dossier where ${inTenant} and account_id = '${nobody}'`,
    /Index Cond: .*account_id/,
  ],
  [
    'a log',
    `select event from dossier_event where ${inTenant} and dossier_id = '${nobody}' order by version`,
    /Index Cond: .*dossier_id/,
  ],
  ['a session', `select 1 from session where ${inTenant} and id_hash = 'x'`, /Index Cond: .*id_hash/],
  [
    'a login',
    `select 1 from account where ${inTenant} and kind = 'citizen' and email = 'x'`,
    /Index Cond: .*email/,
  ],
  [
    'the files of a draft',
    `select 1 from file where ${inTenant} and draft_id = '${nobody}'`,
    /Index Cond: .*draft_id/,
  ],
  [
    'notices',
    `select 1 from notice where ${inTenant} and dossier_id = '${nobody}'`,
    /Index Cond: .*dossier_id/,
  ],
])('%s is found by an index, behind row-level security', async (_, statement, plan) => {
  expect(await planOf(statement)).toMatch(plan)
})

test('an errand that is due is found by an index', async () => {
  const plan = await admin.begin(async (sql) => {
    await sql`set local enable_seqscan = off`
    return sql.unsafe(
      `explain select 1 from outbox where done_at is null and due_at <= now() order by due_at limit 10`,
    )
  })
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index.* Scan using outbox_due/)
})

test('every foreign key that is followed back has an index to follow', async () => {
  const rows = await admin<{ key: string }[]>`
    select c.conrelid::regclass || ' (' || (select string_agg(a.attname, ', ' order by k.n)
      from unnest(c.conkey) with ordinality k (attnum, n)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum) || ')' as key
    from pg_constraint c
    where c.contype = 'f' and c.confdeltype <> 'a' and not exists (
      select from pg_index i where i.indrelid = c.conrelid and i.indpred is null
        and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)`
  expect(rows).toEqual([])
})

test('a statement is not compiled just in time: short ones would pay for it', async () => {
  const { rows } = await db.read(tenant, (tx) => kysely<{ jit: string }>`show jit`.execute(query(tx)))
  expect(rows).toEqual([{ jit: 'off' }])
})
