import { sql } from 'kysely'
import { query, type Tx } from './database.ts'

/** A table as a province is carried with it. */
export interface CarriedTable {
  readonly name: string
  /** What it holds, in the words of its migration. */
  readonly about: string
  readonly columns: readonly CarriedColumn[]
  /** Columns of its primary key: the order its rows are carried in. */
  readonly key: readonly string[]
}

export interface CarriedColumn {
  readonly name: string
  /** Type in PostgreSQL. */
  readonly type: string
  readonly required: boolean
}

/**
 * Tables that tell of this installation and not of the province, each with why it is left behind. Everything else that
 * has a tenant is carried, whoever adds it.
 */
export const leftBehind: Readonly<Record<string, string>> = {
  session: 'nobody is signed in at another place, or again after a restore',
  attempt: 'how often something was guessed within the last minutes',
  backup: 'where backups lie in this installation',
  restore_drill: 'what came of trying them here',
}

/** Columns that say how the province stands in this installation: a backup of last week does not reopen what was closed. */
const standsHere = ['standing', 'standing_since', 'standing_note', 'purge_after']

/** The column of a table whose bytes are carried as files of their own. */
export const contentColumn = 'content'

/** The bytes of this column stand outside the lines of its table. */
export const isContent = ({ name, type }: CarriedColumn): boolean =>
  name === contentColumn && type === 'bytea'

/** Every table a province is carried with, found in the catalogue; one that others point at comes before them. */
export async function listCarriedTables(tx: Tx): Promise<CarriedTable[]> {
  const { rows } = await sql<Found>`
    select c.relname as name, coalesce(obj_description(c.oid, 'pg_class'), '') as about,
      (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'required', a.attnotnull) order by a.attnum)
        from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          and not (c.relname = 'tenant' and a.attname in (${sql.join(standsHere)}))) as columns,
      (select jsonb_agg(a.attname order by array_position(i.indkey::smallint[], a.attnum))
        from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
        where i.indrelid = c.oid and i.indisprimary) as key,
      coalesce((select jsonb_agg(distinct f.relname) from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and f.oid <> c.oid), '[]') as points_at
    from pg_class c
    where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
      and (c.relname = 'tenant' or exists (select from pg_attribute a where a.attrelid = c.oid
        and a.attname = 'tenant' and not a.attisdropped))
    order by c.relname`.execute(query(tx))
  return inOrder(rows.filter(({ name }) => !Object.hasOwn(leftBehind, name))).map(
    ({ points_at: _, ...table }) => table,
  )
}

interface Found extends CarriedTable {
  readonly points_at: readonly string[]
}

/** What is pointed at comes first; tables that point at each other stand as they come. */
function inOrder(tables: readonly Found[]): Found[] {
  const byName = new Map(tables.map((table) => [table.name, table]))
  const done = new Set<Found>()
  const visit = (table: Found, above: ReadonlySet<Found>): void => {
    if (done.has(table) || above.has(table)) return
    for (const name of table.points_at) {
      const target = byName.get(name)
      if (target) visit(target, new Set([...above, table]))
    }
    done.add(table)
  }
  for (const table of tables) visit(table, new Set())
  return [...done]
}
