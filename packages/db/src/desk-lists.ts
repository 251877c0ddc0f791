import type { Instant } from '@motcua/calendar'
import { NotFound } from '@motcua/domain'
import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { query, type Tx } from './database.ts'
import { lines, toLine, type DossierLine, type LineRow } from './dossier-lines.ts'
import { foundBy } from './search.ts'

const queueNames = ['new', 'awaiting-completion', 'processing', 'to-return', 'done'] as const
export type QueueName = (typeof queueNames)[number]

/** The queues, of which a dossier stands in one, and lists that cut across them. */
export const deskLists = [...queueNames, 'unpaid', 'due-soon', 'overdue', 'mine'] as const
export type DeskList = (typeof deskLists)[number]

/** For whom and when lists are drawn up. */
export interface DeskView {
  /** Bodies whose dossiers are shown. */
  readonly agencyIds: readonly string[]
  readonly now: Instant
  /** Until when a clock that ends is due soon, for each queue that has clocks. */
  readonly soonUntil: { readonly new: Instant; readonly processing: Instant }
  /** Account of whose work `mine` shows, whichever body it is of; of these bodies alone where somebody else looks. */
  readonly holderId: string
  readonly looksOver?: boolean
}

export interface DeskPage {
  readonly list: DeskList
  /** Beginning of a code, a number or a word of a name, as `foundBy` takes it. */
  readonly search?: string
  /** `next` of the page before. */
  readonly after?: string
  readonly limit: number
}

/**
 * One page of a list, the most urgent first and of those the first that came (`done`: the latest first). Each body's
 * share is read from its index in order, and no further than the page needs, however much the office has done. A search
 * reads what is found instead.
 */
export async function listDesk(
  tx: Tx,
  view: DeskView,
  { list, search, after, limit }: DeskPage,
): Promise<{ lines: DossierLine[]; next?: string }> {
  const order = list === 'done' ? 'desc' : 'asc'
  const page = after ? afterKey(after, order) : sql<SqlBool>`true`
  const rows = search
    ? await searched(tx, view, list, search, page, order, limit + 1)
    : await inOrder(tx, view, list, page, order, limit + 1)
  const shown = rows.slice(0, limit).map(toLine)
  const last = rows[limit - 1]
  return rows.length > limit && last
    ? { lines: shown, next: `${last.queue_at}~${last.submitted_at}~${last.id}` }
    : { lines: shown }
}

/** Dossiers of these bodies found by a text, in whatever queue: what is still to be done first, then the latest. */
export async function searchDossiers(
  tx: Tx,
  { agencyIds, search, limit }: { agencyIds: readonly string[]; search: string; limit: number },
): Promise<DossierLine[]> {
  const { rows } = await sql<LineRow>`
    with found as materialized (${foundBy(tx, agencyIds, search)})
    select line.* from found cross join lateral ${lines(tx)
      .select('queue')
      .where('id', '=', sql<string>`found.id`)} line
    order by line.queue = 'done', line.submitted_at desc, line.id limit ${limit}`.execute(query(tx))
  return rows.map(toLine)
}

/** Where counting stops: a longer list is said to hold this many. */
export const mostCounted = 1000

/** How many dossiers each list holds, and of the queues that have clocks how many are late or due soon, up to `mostCounted`. */
export async function countDesk(tx: Tx, view: DeskView): Promise<Record<DeskList | Pressing, number>> {
  const asked = [...deskLists, ...pressing].map((name) => sql`${count(tx, view, name)} as ${sql.ref(name)}`)
  const { rows } = await sql<Record<DeskList | Pressing, number>>`select ${sql.join(asked)}`.execute(
    query(tx),
  )
  return rows[0]!
}

/** What is pressing in one queue. */
const pressing = ['new-overdue', 'new-due-soon', 'processing-overdue', 'processing-due-soon'] as const
export type Pressing = (typeof pressing)[number]

/** The parts of a list, each a stretch of one index within a body. */
function shares({ now, soonUntil, holderId }: DeskView, list: DeskList | Pressing): RawBuilder<SqlBool>[] {
  const overdue = (queue: 'new' | 'processing') =>
    sql<SqlBool>`queue = ${queue} and queue_at < ${now}::timestamptz`
  const dueSoon = (queue: 'new' | 'processing') =>
    sql<SqlBool>`queue = ${queue} and queue_at >= ${now}::timestamptz and queue_at <= ${soonUntil[queue]}::timestamptz`
  switch (list) {
    case 'overdue':
      return [overdue('new'), overdue('processing')]
    case 'due-soon':
      return [dueSoon('new'), dueSoon('processing')]
    case 'new-overdue':
      return [overdue('new')]
    case 'new-due-soon':
      return [dueSoon('new')]
    case 'processing-overdue':
      return [overdue('processing')]
    case 'processing-due-soon':
      return [dueSoon('processing')]
    case 'unpaid':
      return [sql`unpaid`]
    case 'mine':
      return [sql`holder_id = ${holderId}::uuid`]
    default:
      return [sql`queue = ${list satisfies QueueName}`]
  }
}

/** Work that is held is the holder's, whichever body it is of; everything else belongs to a body. */
function ofBodies(
  { agencyIds, looksOver }: DeskView,
  list: DeskList | Pressing,
): {
  from: RawBuilder<unknown>
  where: RawBuilder<SqlBool>
} {
  return list === 'mine' && !looksOver
    ? { from: sql`(values (null::text)) agency (id)`, where: sql`true` }
    : { from: sql`${listOf(agencyIds)} agency (id)`, where: sql`agency_id = agency.id` }
}

type Order = 'asc' | 'desc'
const inOrderOf = (order: Order) =>
  sql.raw(['queue_at', 'submitted_at', 'id'].map((name) => `line.${name} ${order}`).join(', '))

async function inOrder(
  tx: Tx,
  view: DeskView,
  list: DeskList,
  page: RawBuilder<SqlBool>,
  order: Order,
  limit: number,
): Promise<LineRow[]> {
  const body = ofBodies(view, list)
  const parts = shares(view, list).map((share) => {
    const ofOne = lines(tx)
      .where(body.where)
      .where(share)
      .where(page)
      .orderBy('queue_at', order)
      .orderBy('submitted_at', order)
      .orderBy('id', order)
      .limit(limit)
    return sql`(select line.* from ${body.from} cross join lateral ${ofOne} line)`
  })
  const { rows } = await sql<LineRow>`select line.* from (${sql.join(parts, sql` union all `)}) line
    order by ${inOrderOf(order)} limit ${limit}`.execute(query(tx))
  return rows
}

async function searched(
  tx: Tx,
  view: DeskView,
  list: DeskList,
  search: string,
  page: RawBuilder<SqlBool>,
  order: Order,
  limit: number,
): Promise<LineRow[]> {
  const inList = sql<SqlBool>`(${sql.join(
    shares(view, list).map((share) => sql`(${share})`),
    sql` or `,
  )})`
  const found = lines(tx)
    .where('id', '=', sql<string>`found.id`)
    .where(inList)
    .where(page)
  const { rows } = await sql<LineRow>`
    with found as materialized (${foundBy(tx, view.agencyIds, search)})
    select line.* from found cross join lateral ${found} line
    order by ${inOrderOf(order)} limit ${limit}`.execute(query(tx))
  return rows
}

function count(tx: Tx, view: DeskView, list: DeskList | Pressing) {
  const body = ofBodies(view, list)
  const rows = shares(view, list).map(
    (share) => sql`(select from ${body.from} cross join lateral (
      select from dossier where tenant = ${tx.tenant} and ${body.where} and ${share} limit ${mostCounted}) line)`,
  )
  return sql`(select count(*)::integer from (
    select from (${sql.join(rows, sql` union all `)}) shares limit ${mostCounted}) counted)`
}

/** What comes after a line, by the key the page before it gave. @throws NotFound for a key that nobody gave */
function afterKey(key: string, order: Order): RawBuilder<SqlBool> {
  const moment = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00`
  const found = new RegExp(`^(infinity|${moment})~(${moment})~([0-9a-f-]{36})$`).exec(key)
  if (!found) throw new NotFound('page')
  const [, at, submittedAt, id] = found
  const compare = sql.raw(order === 'asc' ? '>' : '<')
  return sql`(queue_at, submitted_at, id) ${compare} (${at}::timestamptz, ${submittedAt}::timestamptz, ${id}::uuid)`
}

const listOf = (values: readonly string[]) => sql`jsonb_array_elements_text(${[...new Set(values)]}::jsonb)`
