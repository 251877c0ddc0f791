import type postgres from 'postgres'

/** Tables everybody may read, because the tenant is found through them. Writing is the tenant's own business. */
export const catalogue = ['tenant', 'tenant_host']

/** Tables of the whole installation. No role of the processes may touch them. */
export const ours = ['migration']

/** Tables of the house: they belong to no tenant, and no tenant's door leads to them. */
export const house = ['operator', 'operator_session', 'operator_deed']

/** What is wrong with the walls between tenants in this database: one sentence per fault. */
export async function faultsOf(sql: postgres.Sql, roles: readonly string[]): Promise<string[]> {
  return [
    ...(await tableFaults(sql)),
    ...(await indexFaults(sql)),
    ...(await roleFaults(sql, roles)),
    ...(await functionFaults(sql)),
  ]
}

async function tableFaults(sql: postgres.Sql): Promise<string[]> {
  const tables = await sql<
    { name: string; enabled: boolean; forced: boolean; column: boolean; policies: number; bypass: number }[]
  >`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant' and a.attnotnull) as column,
      (select count(*)::integer from pg_policy p where p.polrelid = c.oid) as policies,
      (select count(*)::integer from pg_policy p where p.polrelid = c.oid
        and coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')
          not like case when c.relname in ${sql(house)} then '%house_is_open()%' else '%current_tenant()%' end
        and not (p.polcmd = 'r' and c.relname in ${sql(catalogue)})
        and not (c.relname in ('outbox', 'chore') and p.polname like 'the_worker%')) as bypass
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not in ${sql(ours)}
    order by 1`
  return tables.flatMap((table) => {
    const faults: string[] = []
    if (!table.column && ![...house, 'tenant'].includes(table.name))
      faults.push(`${table.name} has no column tenant`)
    if (!table.enabled) faults.push(`${table.name} has no row-level security`)
    if (!table.forced) faults.push(`${table.name} does not force row-level security`)
    if (table.policies === 0) faults.push(`${table.name} has no policy`)
    if (table.bypass > 0) faults.push(`${table.name} has a policy that does not ask for the tenant`)
    return faults
  })
}

async function indexFaults(sql: postgres.Sql): Promise<string[]> {
  const indexes = await sql<{ name: string; first: string }[]>`
    select i.indexrelid::regclass::text as name, a.attname as first
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where n.nspname = 'public' and i.indisunique and c.relname not in ${sql([...ours, ...catalogue, ...house])}`
  const keyless = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ${sql(ours)}
      and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)`
  return [
    ...indexes
      .filter((index) => index.first !== 'tenant')
      .map((index) => `${index.name} does not begin with the tenant`),
    ...keyless.map((table) => `${table.name} has no primary key`),
  ]
}

async function roleFaults(sql: postgres.Sql, roles: readonly string[]): Promise<string[]> {
  const rows = await sql<{ name: string; strong: boolean; owns: number; reaches: boolean }[]>`
    select r.rolname as name, r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb as strong,
      (select count(*)::integer from pg_class c where c.relowner = r.oid) as owns,
      exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and c.relname in ${sql(ours)}
        and has_table_privilege(r.oid, c.oid, 'select, insert, update, delete, truncate')) as reaches
    from pg_roles r where r.rolname in ${sql(roles)}`
  const faults = rows.flatMap((role) => [
    ...(role.strong ? [`${role.name} has more rights than it needs`] : []),
    ...(role.owns > 0 ? [`${role.name} owns a table`] : []),
    ...(role.reaches ? [`${role.name} reaches the tables of the installation`] : []),
  ])
  return rows.length === roles.length ? faults : [...faults, 'a role is missing']
}

/** A function that runs with its owner's rights is a hole in the wall. */
async function functionFaults(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.prosecdef`
  return rows.map((row) => `${row.name} runs with its owner's rights`)
}
