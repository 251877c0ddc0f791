import { dateOf, type CivilDate, type Instant } from '@motcua/calendar'
import { sql } from 'kysely'
import { query, type Tx } from './database.ts'

/** What one probe of a part of the service saw. */
export interface Probe {
  readonly component: string
  readonly ok: boolean
  readonly at: Instant
  readonly durationMs: number
}

/** How a part of the service is, and since when. */
export interface ProbeState extends Probe {
  readonly since: Instant
}

/** What the probes of a day saw together. */
export interface ProbeDay {
  readonly component: string
  readonly day: CivilDate
  readonly probes: number
  readonly failures: number
  readonly meanMs: number
  readonly slowestMs: number
}

/** Keeps what a probe saw: the state of its part, and the day's sum. */
export async function putProbe(tx: Tx, { component, ok, at, durationMs }: Probe): Promise<void> {
  const ms = Math.round(durationMs)
  await query(tx)
    .insertInto('probe_state')
    .values({ tenant: tx.tenant, component, ok, since: at, probed_at: at, duration_ms: ms })
    .onConflict((c) =>
      c.columns(['tenant', 'component']).doUpdateSet({
        ok,
        since: sql<Instant>`case when probe_state.ok = ${ok} then probe_state.since else ${at}::timestamptz end`,
        probed_at: at,
        duration_ms: ms,
      }),
    )
    .execute()
  const failures = ok ? 0 : 1
  await query(tx)
    .insertInto('probe_day')
    .values({
      tenant: tx.tenant,
      component,
      day: dateOf(at),
      probes: 1,
      failures,
      total_ms: String(ms),
      slowest_ms: ms,
    })
    .onConflict((c) =>
      c.columns(['tenant', 'component', 'day']).doUpdateSet({
        probes: sql<number>`probe_day.probes + 1`,
        failures: sql<number>`probe_day.failures + ${failures}`,
        total_ms: sql<string>`probe_day.total_ms + ${ms}`,
        slowest_ms: sql<number>`greatest(probe_day.slowest_ms, ${ms}::integer)`,
      }),
    )
    .execute()
}

/** How each part of the service is. */
export async function probeStates(tx: Tx): Promise<ProbeState[]> {
  const rows = await query(tx).selectFrom('probe_state').selectAll().where('tenant', '=', tx.tenant).execute()
  return rows.map((row) => ({
    component: row.component,
    ok: row.ok,
    since: row.since,
    at: row.probed_at,
    durationMs: row.duration_ms,
  }))
}

/** What the probes saw from a day on, the first day first. */
export async function probeDays(tx: Tx, from: CivilDate): Promise<ProbeDay[]> {
  const rows = await query(tx)
    .selectFrom('probe_day')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .where('day', '>=', from)
    .orderBy('day')
    .execute()
  return rows.map((row) => ({
    component: row.component,
    day: row.day,
    probes: row.probes,
    failures: row.failures,
    meanMs: Math.round(Number(row.total_ms) / row.probes),
    slowestMs: row.slowest_ms,
  }))
}
