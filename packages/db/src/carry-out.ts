import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { contentColumn, isContent, type CarriedTable } from './carried-tables.ts'
import { query, type Tx } from './database.ts'

/** How much is asked of the database at once, roughly. */
const batchBytes = 4_000_000

/**
 * The tenant's rows of a table, each as one line of JSON, in the order of its key. Bytes that are carried as files are
 * named by their size and fingerprint: `{"bytes":…,"sha256":…}`.
 */
export async function* rowsOf(tx: Tx, table: CarriedTable): AsyncGenerator<string[]> {
  const columns = table.columns.map((column) =>
    isContent(column) ? `${contentOf(column.name)} as ${quoted(column.name)}` : `t.${quoted(column.name)}`,
  )
  const line = `(select row_to_json(r) from (select ${columns.join(', ')}) r)::text as line`
  yield* batches<{ line: string }, string>(
    tx,
    'carried_lines',
    `select ${line} ${ofTenant(table)}`,
    ({ line }) => ({
      value: line,
      bytes: line.length,
    }),
  )
}

/** A stored file of the tenant, by the fingerprint its row names. */
export interface CarriedContent {
  readonly sha256: string
  readonly content: Buffer
}

/** The files a table holds, in the order of its rows; the same bytes may come twice. */
export async function* contentsOf(tx: Tx, table: CarriedTable): AsyncGenerator<CarriedContent[]> {
  if (!table.columns.some(isContent)) return
  const column = quoted(contentColumn)
  const statement = `select encode(sha256(t.${column}), 'hex') as sha256, t.${column} as content ${ofTenant(table)}`
  yield* batches<CarriedContent, CarriedContent>(tx, 'carried_contents', statement, (row) => ({
    value: row,
    bytes: row.content.length,
  }))
}

/** What a table holds of the tenant, so that two places can be compared. */
export interface TableDigest {
  readonly table: string
  readonly rows: number
  /** SHA-256 of its lines, each ended by a line feed. */
  readonly sha256: string
}

export async function digestOf(tx: Tx, table: CarriedTable): Promise<TableDigest> {
  const hash = createHash('sha256')
  let rows = 0
  for await (const lines of rowsOf(tx, table)) {
    rows += lines.length
    for (const line of lines) hash.update(line).update('\n')
  }
  return { table: table.name, rows, sha256: hash.digest('hex') }
}

const contentOf = (name: string): string =>
  `json_build_object('bytes', octet_length(t.${quoted(name)}), 'sha256', encode(sha256(t.${quoted(name)}), 'hex'))`

/** Behind the tenant's door other rows are not there; the condition is for owners who see past row-level security. */
function ofTenant({ name, key, columns }: CarriedTable): string {
  const byte = new Set(columns.filter(({ type }) => type === 'text').map((column) => column.name))
  const order = key.map((column) => `t.${quoted(column)}${byte.has(column) ? ' collate "C"' : ''}`)
  return `from ${quoted(name)} t where t.${tenantKey(name)} = current_tenant() order by ${order.join(', ')}`
}

/** The column that says whose row it is. */
export const tenantKey = (table: string): string => (table === 'tenant' ? 'id' : 'tenant')

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Reads through a cursor to its end, so many rows at a time as fit the batch. */
async function* batches<Row, Value>(
  tx: Tx,
  /** One name for each form of row: a prepared `fetch` remembers the form of its first answer. */
  cursor: 'carried_lines' | 'carried_contents',
  statement: string,
  read: (row: Row) => { value: Value; bytes: number },
): AsyncGenerator<Value[]> {
  const k = query(tx)
  await sql.raw(`declare ${cursor} no scroll cursor for ${statement}`).execute(k)
  // Rows may be large at any time: a file is, and the ones before it were perhaps not.
  const most = cursor === 'carried_contents' ? 8 : 2048
  let count = 8
  for (;;) {
    const { rows } = await sql.raw<Row>(`fetch ${count} from ${cursor}`).execute(k)
    if (rows.length === 0) break
    const found = rows.map(read)
    yield found.map(({ value }) => value)
    const bytes = found.reduce((sum, one) => sum + one.bytes, 0)
    const fits = Math.max(1, Math.floor(batchBytes / (bytes / rows.length + 1)))
    // Powers of two, so that few statements are prepared.
    count = 2 ** Math.floor(Math.log2(Math.min(most, fits, count * 8)))
  }
  await sql.raw(`close ${cursor}`).execute(k)
}
