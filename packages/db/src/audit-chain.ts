import { sql } from 'kysely'
import type { Instant } from '@motcua/calendar'
import { query, type Tx } from './database.ts'

/** The ends of all lanes at a moment, hashed with the seal before it. */
export interface AuditSeal {
  readonly no: number
  readonly sealedAt: Instant
  /** How many entries the trail had. */
  readonly entries: number
  readonly hash: string
}

/** Where a trail does not hold. */
export type BrokenTrail =
  | { readonly at: 'entry'; readonly lane: number; readonly seq: number; readonly fault: EntryFault }
  | { readonly at: 'seal'; readonly no: number; readonly fault: 'missing' | 'altered' }

/** It is gone; it says something else than it did; it was put in afterwards. */
export type EntryFault = 'missing' | 'altered' | 'inserted'

/** Seals what stands now. @returns the new seal, or nothing where nothing was added since the last. */
export async function sealTrail(tx: Tx): Promise<AuditSeal | undefined> {
  const { rows } = await sql<SealRow>`
    insert into audit_seal (tenant)
    select ${tx.tenant} where (select sum(seq) from audit_heads()) > coalesce(
      (select entries from audit_seal where tenant = ${tx.tenant} order by no desc limit 1), 0)
    returning no, sealed_at, entries, hash`.execute(query(tx))
  const row = rows[0]
  return row && toSeal(row)
}

/** The seals of the trail, the latest first. */
export async function listSeals(tx: Tx, limit: number): Promise<AuditSeal[]> {
  const rows = await query(tx)
    .selectFrom('audit_seal')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .orderBy('no', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toSeal)
}

/** One seal by its number. */
export async function findSeal(tx: Tx, no: number): Promise<AuditSeal | undefined> {
  const row = await query(tx)
    .selectFrom('audit_seal')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .where('no', '=', String(no))
    .executeTakeFirst()
  return row && toSeal(row)
}

/** How many entries the trail has and how many seals. */
export async function sizeOfTrail(tx: Tx): Promise<{ entries: number; seals: number }> {
  const { rows } = await sql<{ entries: string; seals: string }>`
    select (select count(*) from audit_entry where tenant = ${tx.tenant}) as entries,
      (select count(*) from audit_seal where tenant = ${tx.tenant}) as seals`.execute(query(tx))
  return { entries: Number(rows[0]!.entries), seals: Number(rows[0]!.seals) }
}

/**
 * Recomputes the tenant's trail: every lane entry by entry, every seal, and that each seal's ends still stand.
 * @returns the first fault of each lane and of the seals; empty when the trail holds.
 */
export async function verifyTrail(tx: Tx): Promise<BrokenTrail[]> {
  return [
    ...(await entryFaults(tx)),
    ...(await cutOff(tx)),
    ...(await slippedIn(tx)),
    ...(await sealFaults(tx)),
  ]
}

/** A lane counts from one without a gap, and each entry hashes to what it says. */
async function entryFaults(tx: Tx): Promise<BrokenTrail[]> {
  const { rows } = await sql<{ lane: number; seq: string; fault: EntryFault }>`
    select distinct on (lane) lane, seq, fault from (
      select e.lane,
        case when e.seq <> coalesce(lag(e.seq) over w, 0) + 1 then coalesce(lag(e.seq) over w, 0) + 1 else e.seq end as seq,
        case when e.seq <> coalesce(lag(e.seq) over w, 0) + 1 then 'missing'
          when e.hash is distinct from audit_hash(coalesce(lag(e.hash) over w, no_event_before()), e) then 'altered'
          when e.recorded_at < lag(e.recorded_at) over w then 'inserted' end as fault
      from audit_entry e
      where e.tenant = ${tx.tenant}
      window w as (partition by e.lane order by e.seq)
    ) entries
    where fault is not null
    order by lane, seq`.execute(query(tx))
  return rows.map(toFault)
}

/** The last entries of a lane were taken away: a seal knows of more. */
async function cutOff(tx: Tx): Promise<BrokenTrail[]> {
  const { rows } = await sql<{ lane: number; seq: string; fault: EntryFault }>`
    select lane, min(seq) as seq, 'missing' as fault from (
      select h.lane, coalesce((select max(e.seq) from audit_entry e
        where e.tenant = ${tx.tenant} and e.lane = h.lane), 0) + 1 as seq, h.seq as sealed
      from audit_seal s, jsonb_to_recordset(s.heads) as h (lane integer, seq bigint, hash text)
      where s.tenant = ${tx.tenant}
        and s.no = (select max(l.no) from audit_seal l where l.tenant = ${tx.tenant})
    ) ends where seq <= sealed group by lane order by lane`.execute(query(tx))
  return rows.map(toFault)
}

/**
 * Recorded long before a seal that does not know of it: it was written afterwards, as if it had been there. A deed
 * whose transaction was still running is no such entry: none runs for a quarter of an hour.
 */
async function slippedIn(tx: Tx): Promise<BrokenTrail[]> {
  const { rows } = await sql<{ lane: number; seq: string; fault: EntryFault }>`
    select distinct on (e.lane) e.lane, e.seq, 'inserted' as fault
    from audit_seal s
    join audit_entry e on e.tenant = s.tenant and e.recorded_at < s.sealed_at - interval '15 minutes'
    left join jsonb_to_recordset(s.heads) as h (lane integer, seq bigint, hash text) on h.lane = e.lane
    where s.tenant = ${tx.tenant} and s.no = (select max(l.no) from audit_seal l where l.tenant = ${tx.tenant})
      and e.seq > coalesce(h.seq, 0)
    order by e.lane, e.seq`.execute(query(tx))
  return rows.map(toFault)
}

/** Seals count from one without a gap, hash to what they say, and the ends they hold stand. */
async function sealFaults(tx: Tx): Promise<BrokenTrail[]> {
  const { rows } = await sql<{ no: string; fault: 'missing' | 'altered' }>`
    select no, fault from (
      select case when s.no <> coalesce(lag(s.no) over w, 0) + 1 then coalesce(lag(s.no) over w, 0) + 1 else s.no end as no,
        case when s.no <> coalesce(lag(s.no) over w, 0) + 1 then 'missing'
          when s.hash is distinct from audit_seal_hash(coalesce(lag(s.hash) over w, no_event_before()), s) then 'altered'
          when exists (
            select from jsonb_to_recordset(s.heads) as h (lane integer, seq bigint, hash text)
            join audit_entry e on e.tenant = s.tenant and e.lane = h.lane and e.seq = h.seq
            where encode(e.hash, 'hex') <> h.hash
          ) then 'altered' end as fault
      from audit_seal s
      where s.tenant = ${tx.tenant}
      window w as (order by s.no)
    ) seals
    where fault is not null
    order by no limit 1`.execute(query(tx))
  return rows.map((row) => ({ at: 'seal', no: Number(row.no), fault: row.fault }))
}

function toFault(row: { lane: number; seq: string; fault: EntryFault }): BrokenTrail {
  return { at: 'entry', lane: row.lane, seq: Number(row.seq), fault: row.fault }
}

interface SealRow {
  no: string
  sealed_at: Instant
  entries: string
  hash: Buffer
}

function toSeal(row: SealRow): AuditSeal {
  return {
    no: Number(row.no),
    sealedAt: row.sealed_at,
    entries: Number(row.entries),
    hash: row.hash.toString('hex'),
  }
}
