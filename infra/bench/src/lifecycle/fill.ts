import type postgres from 'postgres'

/**
 * Makes of the dossiers that stand in a province so many more: copies with ids, numbers and codes of their own, each with
 * its whole state and the first two entries of its log and its errands. They go in as the owner, past the chain of hashes,
 * which is not what is measured.
 */
export async function fill(owner: postgres.Sql, tenant: string, count: number): Promise<void> {
  const batch = 20_000
  await owner`alter table dossier_event disable trigger chain_event`
  try {
    for (let made = 0; made < count; made += batch) {
      await owner.begin(async (sql) => {
        await sql`select set_config('app.tenant', ${tenant}, true)`
        await copy(sql, tenant, made, Math.min(batch, count - made))
      })
    }
  } finally {
    await owner`alter table dossier_event enable trigger chain_event`
  }
  await owner`analyze`
}

async function copy(sql: postgres.TransactionSql, tenant: string, from: number, count: number) {
  await sql`
    create temporary table copied on commit drop as
    select gen_random_uuid() as id, d.id as of, d.version, d.search,
      d.state || jsonb_build_object('submissionNo', 'copy-' || n)
        || case when d.code is null then '{}'::jsonb else jsonb_build_object('code', 'copy-' || n) end as state
    from generate_series(${from + 1}::integer, ${from + count}::integer) n
    join (select *, row_number() over (order by id) - 1 as place, count(*) over () as places
      from dossier where tenant = ${tenant} and submission_no not like 'copy-%') d on d.place = n % d.places`
  await sql`
    insert into dossier (tenant, id, filing_key, version, state, search)
    select ${tenant}, id, id::text, version, state || jsonb_build_object('id', id), search from copied`
  await sql`
    insert into dossier_event (tenant, dossier_id, version, event, hash)
    select ${tenant}, c.id, e.version, e.event, e.hash
    from copied c join dossier_event e on e.tenant = ${tenant} and e.dossier_id = c.of and e.version <= 2`
  await sql`
    insert into outbox (tenant, dossier_id, event_version, kind, due_at, done_at)
    select ${tenant}, c.id, o.event_version, o.kind, o.due_at, o.due_at
    from copied c join outbox o on o.tenant = ${tenant} and o.dossier_id = c.of and o.event_version <= 2`
}
