import { sql } from 'kysely'
import { query, type Tx } from './database.ts'

/** Where a dossier's log does not hold: at this version an entry is missing, or says something else than it did. */
export interface BrokenChain {
  readonly dossierId: string
  readonly version: number
  readonly fault: 'missing' | 'altered'
}

/**
 * Recomputes the hash chain of one dossier, or of all of the tenant.
 * @returns the first fault of each dossier whose log does not hold; empty when all do.
 */
export async function verifyChain(tx: Tx, dossierId?: string): Promise<BrokenChain[]> {
  const only = dossierId === undefined ? sql`` : sql`and d.id = ${dossierId}::uuid`
  const { rows } = await sql<{ dossier_id: string; version: number; fault: 'missing' | 'altered' }>`
    select distinct on (dossier_id) dossier_id, version, fault from (
      select d.id as dossier_id, v.version, e.hash is null as gone,
        case when e.hash is null then 'missing'
          when e.hash is distinct from event_hash(
            case v.version when 1 then no_event_before() else lag(e.hash) over (partition by d.id order by v.version) end,
            d.tenant, d.id, v.version, e.recorded_at, e.event) then 'altered' end as fault
      from dossier d
      cross join lateral generate_series(1, greatest(d.version,
        (select max(x.version) from dossier_event x where x.tenant = d.tenant and x.dossier_id = d.id))) v (version)
      left join dossier_event e on e.tenant = d.tenant and e.dossier_id = d.id and e.version = v.version
      where d.tenant = ${tx.tenant} ${only}
    ) entries
    where fault is not null
    order by dossier_id, version`.execute(query(tx))
  return rows.map((row) => ({ dossierId: row.dossier_id, version: row.version, fault: row.fault }))
}
