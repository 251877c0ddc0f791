import postgres from 'postgres'
import type { Selectable } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import type { Schema } from '../src/schema.ts'
import { testDatabase } from '../src/testing.ts'

const { adminUrl } = await testDatabase()
const admin = postgres(adminUrl, { max: 1 })
afterAll(() => admin.end())

/** Types of PostgreSQL that are read as this type of ours; `?` where it may be null. */
type PgType<T> = null extends T ? `${PgName<NonNullable<T>>}?` : PgName<T>
type PgName<T> = [T] extends [Buffer]
  ? 'bytea'
  : [T] extends [number]
    ? 'int4'
    : [T] extends [boolean]
      ? 'bool'
      : [T] extends [string]
        ? 'text' | 'uuid' | 'date' | 'timestamptz' | 'int8'
        : [T] extends [object]
          ? 'jsonb'
          : never

/** The schema once more, as values: the compiler holds it to the types, this test to the migrated database. */
const described = {
  tenant: { id: 'text', edition: 'int4?' },
  tenant_host: { host: 'text', tenant: 'text' },
  tenant_edition: { tenant: 'text', no: 'int4', hash: 'text', applied_at: 'timestamptz', content: 'jsonb' },
  account: {
    tenant: 'text',
    id: 'uuid',
    kind: 'text',
    full_name: 'text',
    email: 'text?',
    phone: 'text?',
    citizen_id: 'text?',
    username: 'text?',
    birth_date: 'date?',
    address: 'text?',
    password_hash: 'text',
    roles: 'jsonb',
    agency_id: 'text?',
    created_at: 'timestamptz',
  },
  session: {
    tenant: 'text',
    id_hash: 'text',
    account_id: 'uuid',
    expires_at: 'timestamptz',
    attributes: 'jsonb',
  },
  attempt: { tenant: 'text', key: 'text', window_start: 'timestamptz', count: 'int4' },
  draft: {
    tenant: 'text',
    id: 'uuid',
    account_id: 'uuid',
    purpose: 'text',
    procedure_code: 'text',
    dossier_id: 'uuid?',
    content: 'jsonb',
    version: 'int4',
    created_at: 'timestamptz',
    updated_at: 'timestamptz',
    finished_at: 'timestamptz?',
  },
  file: {
    tenant: 'text',
    id: 'uuid',
    name: 'text',
    type: 'text',
    size: 'int4',
    sha256: 'text',
    content: 'bytea',
    account_id: 'uuid?',
    draft_id: 'uuid?',
    dossier_id: 'uuid?',
    added_at: 'timestamptz',
  },
  dossier: {
    tenant: 'text',
    id: 'uuid',
    filing_key: 'text',
    version: 'int4',
    state: 'jsonb',
    phase: 'text',
    queue: 'text',
    queue_at: 'timestamptz',
    due_at: 'timestamptz?',
    submitted_at: 'timestamptz',
    submission_no: 'text',
    code: 'text?',
    agency_id: 'text',
    account_id: 'uuid?',
    procedure_code: 'text',
    search: 'text',
    unpaid: 'bool',
    holder_id: 'uuid?',
  },
  search_key: { tenant: 'text', agency_id: 'text', key: 'text', dossier_id: 'uuid' },
  dossier_event: {
    tenant: 'text',
    dossier_id: 'uuid',
    version: 'int4',
    event: 'jsonb',
    recorded_at: 'timestamptz',
    hash: 'bytea',
  },
  code_counter: { tenant: 'text', agency_code: 'text', day: 'date', n: 'int4' },
  outbox: {
    tenant: 'text',
    id: 'int8',
    dossier_id: 'uuid',
    event_version: 'int4',
    kind: 'text',
    due_at: 'timestamptz',
    attempts: 'int4',
    last_error: 'text?',
    done_at: 'timestamptz?',
  },
  notice: {
    tenant: 'text',
    id: 'uuid',
    dossier_id: 'uuid',
    event_version: 'int4',
    kind: 'text',
    channel: 'text',
    recipient: 'text?',
    subject: 'text',
    body: 'text',
    status: 'text',
    attempts: 'int4',
    last_error: 'text?',
    created_at: 'timestamptz',
    sent_at: 'timestamptz?',
  },
  read_log: {
    tenant: 'text',
    id: 'int8',
    at: 'timestamptz',
    actor_kind: 'text',
    actor_id: 'text',
    thing: 'text',
    thing_id: 'text',
    why: 'text',
    recorded_at: 'timestamptz',
  },
  postal_collection: {
    tenant: 'text',
    id: 'uuid',
    version: 'int4',
    state: 'jsonb',
    no: 'text',
    phase: 'text',
    officer_id: 'uuid',
    agency_id: 'text',
    collected_at: 'timestamptz',
    dossier_id: 'uuid?',
    handover_id: 'uuid?',
  },
  postal_handover: {
    tenant: 'text',
    id: 'uuid',
    version: 'int4',
    state: 'jsonb',
    no: 'text',
    officer_id: 'uuid',
    agency_id: 'text',
    prepared_at: 'timestamptz',
    signed_at: 'timestamptz?',
  },
  consignment: {
    tenant: 'text',
    id: 'uuid',
    version: 'int4',
    state: 'jsonb',
    no: 'text',
    phase: 'text',
    dossier_id: 'uuid',
    officer_id: 'uuid',
    taken_at: 'timestamptz',
  },
  postal_log: {
    tenant: 'text',
    id: 'int8',
    at: 'timestamptz',
    officer_id: 'uuid',
    actor_id: 'uuid',
    deed: 'text',
    thing: 'text',
    thing_id: 'uuid',
    detail: 'jsonb',
    recorded_at: 'timestamptz',
  },
  exchange_nonce: { tenant: 'text', nonce: 'text', at: 'timestamptz' },
  exchange_message: {
    tenant: 'text',
    id: 'text',
    kind: 'text',
    sha256: 'text',
    dossier_id: 'uuid?',
    answer: 'jsonb',
    received_at: 'timestamptz',
  },
  exchange_state: {
    tenant: 'text',
    dossier_id: 'uuid',
    version: 'int4',
    status: 'int4',
    body: 'jsonb',
    noted_at: 'timestamptz',
    attempts: 'int4',
    last_error: 'text?',
    sent_at: 'timestamptz?',
  },
} satisfies { [T in keyof Schema]: { [C in keyof Selectable<Schema[T]>]: PgType<Selectable<Schema[T]>[C]> } }

test('the types say what the migrated database says', async () => {
  const columns = await admin<{ table: string; column: string; type: string }[]>`
    select table_name as table, column_name as column,
      udt_name || case is_nullable when 'YES' then '?' else '' end as type
    from information_schema.columns
    where table_schema = 'public' and table_name <> 'migration'
    order by table_name, ordinal_position`
  const database: Record<string, Record<string, string>> = {}
  for (const { table, column, type } of columns) (database[table] ??= {})[column] = type
  expect(database).toEqual(described)
})
