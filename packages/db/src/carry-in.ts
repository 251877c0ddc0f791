import { Conflict } from '@motcua/domain'
import { sql } from 'kysely'
import postgres from 'postgres'
import { contentColumn, type CarriedTable } from './carried-tables.ts'
import { quoted, tenantKey } from './carry-out.ts'
import { query, type Tx } from './database.ts'

/**
 * From here on, rows of the tenant are taken as they are: no trigger acts, and what points at other rows is checked
 * at the end. Needs the owner of the tables. Whoever else writes in this tenant's name waits.
 */
export async function beginCarrying(tx: Tx): Promise<void> {
  const k = query(tx)
  const { rows } = await sql<{ carrying: boolean }>`
    select set_config('app.carrying', 'yes', true), is_carrying() as carrying`.execute(k)
  if (!rows[0]?.carrying) throw new Error('only the owner of the tables carries a province')
  await sql`set constraints all deferred`.execute(k)
  await sql`select from tenant where id = current_tenant() for update`.execute(k)
}

/**
 * Takes every row of these tables out that is the tenant's; its place in the catalogue stays, without anything in force.
 * @returns how many rows there were, by table.
 */
export async function emptyTables(
  tx: Tx,
  tables: readonly CarriedTable[],
): Promise<{ readonly table: string; readonly rows: number }[]> {
  const emptied = []
  await query(tx).updateTable('tenant').set({ edition: null }).where('id', '=', tx.tenant).execute()
  for (const { name } of tables.toReversed()) {
    if (name === 'tenant') continue
    const statement = `delete from ${quoted(name)} where ${tenantKey(name)} = current_tenant()`
    const { numAffectedRows } = await sql.raw(statement).execute(query(tx))
    emptied.push({ table: name, rows: Number(numAffectedRows ?? 0n) })
  }
  return emptied.reverse()
}

/** Ends what was open here of a province that goes: nobody stays signed in to it. */
export async function endAllSessions(tx: Tx): Promise<void> {
  await query(tx).deleteFrom('session').where('tenant', '=', tx.tenant).execute()
  await query(tx).deleteFrom('attempt').where('tenant', '=', tx.tenant).execute()
}

/**
 * Puts rows in, as `rowsOf` gave them. Columns that they do not name get what a new row has.
 * @throws Conflict where a host name belongs to another province here
 */
export async function putRows(
  tx: Tx,
  table: CarriedTable,
  { columns, lines }: { columns: readonly string[]; lines: readonly string[] },
): Promise<void> {
  const name = quoted(table.name)
  const list = columns.map(quoted).join(', ')
  const rows = `[${lines.join(',')}]`
  // The place in the catalogue may be there already: how the province stands here is kept in it.
  const again =
    table.name === 'tenant'
      ? `on conflict (id) do update set (${list}) = row (${columns.map((one) => `excluded.${quoted(one)}`).join(', ')})`
      : ''
  await sql`insert into ${sql.raw(name)} (${sql.raw(list)}) overriding system value
    select ${sql.raw(list)} from json_populate_recordset(null::${sql.raw(name)}, ${rows}::text::json)
    ${sql.raw(again)}`
    .execute(query(tx))
    .catch((error: unknown) => {
      if (error instanceof postgres.PostgresError && error.code === '23505' && table.name === 'tenant_host')
        throw new Conflict('host name')
      throw error
    })
}

/** Checks now that every row that is pointed at is there. @throws the database's own error */
export async function checkReferences(tx: Tx): Promise<void> {
  await sql`set constraints all immediate`.execute(query(tx))
}

/** Puts one row in whose bytes were carried as a file. */
export async function putRowWithContent(
  tx: Tx,
  table: CarriedTable,
  { columns, line, content }: { columns: readonly string[]; line: string; content: Buffer },
): Promise<void> {
  const name = quoted(table.name)
  const list = columns.map(quoted).join(', ')
  const values = columns.map((column) =>
    column === contentColumn ? sql`${content}::bytea` : sql.raw(quoted(column)),
  )
  await sql`insert into ${sql.raw(name)} (${sql.raw(list)}) overriding system value
    select ${sql.join(values)} from json_populate_record(null::${sql.raw(name)},
      (${line}::text::jsonb - ${contentColumn}::text)::json)`.execute(query(tx))
}

/** Numbers that the database gives go on behind those that came in. */
export async function raiseSequences(tx: Tx, tables: readonly CarriedTable[]): Promise<void> {
  const { rows } = await sql<{ table: string; column: string; sequence: string }>`
    select c.relname as table, a.attname as column,
      pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and a.attidentity <> '' and not a.attisdropped`.execute(
    query(tx),
  )
  const names = new Set(tables.map(({ name }) => name))
  for (const { table, column, sequence } of rows.filter(({ table }) => names.has(table))) {
    // Others draw numbers meanwhile: it is moved forward only, and by more than they can draw in that moment.
    await sql`select setval(${sequence}::text::regclass, m.highest + 10000) from (
        select max(${sql.ref(column)}) as highest from ${sql.table(table)} where tenant = current_tenant()) m
      where m.highest >= coalesce(pg_sequence_last_value(${sequence}::text::regclass), 0)`.execute(query(tx))
  }
}
