import type { Instant } from '@motcua/calendar'
import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { query, type Tx } from './database.ts'
import { mostCounted } from './desk-lists.ts'
import { lines, toLine, type DossierLine, type LineRow } from './dossier-lines.ts'

/** What a body is counted by, for its head. */
export type BodyCount =
  | 'new'
  | 'new-overdue'
  | 'processing'
  | 'processing-overdue'
  | 'due-today'
  | 'awaiting-completion'
  | 'to-return'
  | 'unpaid'

interface Day {
  readonly agencyIds: readonly string[]
  readonly now: Instant
  /** The last moment of today. */
  readonly dayEndsAt: Instant
}

/** How much lies at each of these bodies, in the order given; each figure up to `mostCounted`. */
export async function countByBody(
  tx: Tx,
  { agencyIds, now, dayEndsAt }: Day,
): Promise<(Record<BodyCount, number> & { id: string })[]> {
  const part = (name: BodyCount, where: RawBuilder<SqlBool>) => sql`
    (select count(*)::integer from (select from dossier
      where tenant = ${tx.tenant} and agency_id = agency.id and ${where} limit ${mostCounted}) d) as ${sql.ref(name)}`
  const { rows } = await sql<Record<BodyCount, number> & { id: string }>`
    select agency.id, ${sql.join([
      part('new', sql`queue = 'new'`),
      part('new-overdue', sql`queue = 'new' and queue_at < ${now}::timestamptz`),
      part('processing', sql`queue = 'processing'`),
      part('processing-overdue', sql`queue = 'processing' and queue_at < ${now}::timestamptz`),
      part(
        'due-today',
        sql`queue = 'processing' and queue_at >= ${now}::timestamptz and queue_at <= ${dayEndsAt}::timestamptz`,
      ),
      part('awaiting-completion', sql`queue = 'awaiting-completion'`),
      part('to-return', sql`queue = 'to-return'`),
      part('unpaid', sql`unpaid`),
    ])}
    from jsonb_array_elements_text(${[...new Set(agencyIds)]}::jsonb) with ordinality agency (id, n) order by n`.execute(
    query(tx),
  )
  return rows
}

export interface WorkInHand {
  readonly accountId: string
  readonly fullName: string
  readonly held: number
  readonly overdue: number
  readonly dueToday: number
}

/** What each person of these bodies has in hand, who has most overdue first. */
export async function workInHand(tx: Tx, { agencyIds, now, dayEndsAt }: Day): Promise<WorkInHand[]> {
  const { rows } = await sql<WorkInHand>`
    select a.id as "accountId", a.full_name as "fullName", held, overdue, due_today as "dueToday" from (
      select holder_id, count(*)::integer as held,
        count(*) filter (where queue_at < ${now}::timestamptz)::integer as overdue,
        count(*) filter (where queue_at >= ${now}::timestamptz and queue_at <= ${dayEndsAt}::timestamptz)::integer as due_today
      from dossier
      where tenant = ${tx.tenant} and holder_id is not null and queue = 'processing' and agency_id = any(${agencies(agencyIds)})
      group by holder_id
    ) work join account a on a.tenant = ${tx.tenant} and a.id = work.holder_id
    order by overdue desc, held desc, "fullName" limit 200`.execute(query(tx))
  return rows
}

/** Dossiers in processing whose present step began before a moment, the longest first. */
export async function stuckSince(
  tx: Tx,
  { agencyIds, before, limit }: { agencyIds: readonly string[]; before: Instant; limit: number },
): Promise<(DossierLine & { since: Instant })[]> {
  const since = sql<Instant>`coalesce(state #>> '{work,since}', state ->> 'acceptedAt')`
  const rows: (LineRow & { since: Instant })[] = await lines(tx)
    .select(since.as('since'))
    .where('queue', '=', 'processing')
    .where(sql<boolean>`agency_id = any(${agencies(agencyIds)})`)
    .where(sql<boolean>`${since} < ${before}`)
    // A clock that stands still has its reason: such a dossier is not stuck, it waits.
    .where('due_at', 'is not', null)
    .orderBy(since)
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...toLine(row), since: row.since }))
}

const agencies = (ids: readonly string[]) =>
  sql`array(select jsonb_array_elements_text(${[...new Set(ids)]}::jsonb))`
