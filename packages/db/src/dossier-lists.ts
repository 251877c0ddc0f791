import { NotFound, type Dossier, type IntakeMode } from '@motcua/domain'
import type { Instant } from '@motcua/calendar'
import { sql } from 'kysely'
import { query, type Tx } from './database.ts'
import { foundBy } from './search.ts'

const queueNames = ['new', 'awaiting-completion', 'processing', 'to-return', 'done'] as const
export type QueueName = (typeof queueNames)[number]

/** A dossier as a line of a list. */
export interface DossierLine {
  readonly id: string
  readonly submissionNo: string
  readonly code?: string
  readonly phase: Dossier['phase']
  readonly procedureCode: string
  readonly procedureName: string
  readonly applicantName: string
  readonly agencyId: string
  readonly mode: IntakeMode
  readonly submittedAt: Instant
  /** End of the clock that runs: intake before acceptance, processing after it. */
  readonly dueAt: Instant | null
  /** Start of that clock. */
  readonly startedAt: Instant
  readonly attempt: number
}

export interface QueueRequest {
  readonly queue: QueueName
  /** Agencies whose dossiers are shown. */
  readonly agencyIds: readonly string[]
  /** Beginning of a code, a number or a word of a name, as `foundBy` takes it. */
  readonly search?: string
  /** `next` of the page before. */
  readonly after?: string
  readonly limit: number
}

/**
 * One page of a queue, the most urgent first, and of those the first that came (`done`: the latest first). Each agency's share is read from its index in
 * order, and no further than the page needs, however much the office has done. A search reads what is found instead.
 */
export async function listQueue(
  tx: Tx,
  { queue, agencyIds, search, after, limit }: QueueRequest,
): Promise<{ lines: DossierLine[]; next?: string }> {
  const order = queue === 'done' ? 'desc' : 'asc'
  const compare = queue === 'done' ? sql`<` : sql`>`
  let ofQueue = lines(tx).where('queue', '=', queue)
  if (after) {
    const [at, submittedAt, id] = readKey(after)
    ofQueue = ofQueue.where(
      sql<boolean>`(queue_at, submitted_at, id) ${compare} (${at}::timestamptz, ${submittedAt}::timestamptz, ${id}::uuid)`,
    )
  }
  const ofAgency = ofQueue
    .where('agency_id', '=', sql<string>`agency.id`)
    .orderBy('queue_at', order)
    .orderBy('submitted_at', order)
    .orderBy('id', order)
    .limit(limit + 1)
  const from = search
    ? sql`found cross join lateral ${ofQueue.where('id', '=', sql<string>`found.id`)} line`
    : sql`${listOf(agencyIds)} agency (id) cross join lateral ${ofAgency} line`
  const { rows } = await sql<LineRow>`
    ${search ? sql`with found as materialized (${foundBy(tx, agencyIds, search)})` : sql``}
    select line.* from ${from}
    order by line.queue_at ${sql.raw(order)}, line.submitted_at ${sql.raw(order)}, line.id ${sql.raw(order)}
    limit ${limit + 1}`.execute(query(tx))
  const shown = rows.slice(0, limit).map(toLine)
  const last = rows[limit - 1]
  return rows.length > limit && last
    ? { lines: shown, next: `${last.queue_at}~${last.submitted_at}~${last.id}` }
    : { lines: shown }
}

/** Dossiers of these agencies found by a text, in whatever queue: what is still to be done first, then the latest. */
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

const listOf = (values: readonly string[]) => sql`jsonb_array_elements_text(${[...new Set(values)]}::jsonb)`

function readKey(key: string): [at: string, submittedAt: string, id: string] {
  const moment = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00`
  const found = new RegExp(`^(infinity|${moment})~(${moment})~([0-9a-f-]{36})$`).exec(key)
  if (!found) throw new NotFound('page')
  return [found[1]!, found[2]!, found[3]!]
}

/** Where counting stops: a longer queue is said to hold this many. */
export const mostCounted = 1000

/** How many dossiers of these agencies stand in each queue, counted up to `mostCounted`. */
export async function countQueues(tx: Tx, agencyIds: readonly string[]): Promise<Record<QueueName, number>> {
  const { rows } = await sql<Record<QueueName, number>>`
    select ${sql.join(queueNames.map((name) => sql`${count(tx, name, agencyIds)} as ${sql.ref(name)}`))}`.execute(
    query(tx),
  )
  return rows[0]!
}

const count = (tx: Tx, queue: QueueName, agencyIds: readonly string[]) => sql`
  (select count(*)::integer from (
    select from ${listOf(agencyIds)} agency (id) cross join lateral (
      select from dossier where tenant = ${tx.tenant} and agency_id = agency.id and queue = ${queue} limit ${mostCounted}
    ) share limit ${mostCounted}) counted)`

/** What an applicant has filed, the latest first; at most 200. */
export async function listOwn(tx: Tx, accountId: string): Promise<DossierLine[]> {
  const rows = await lines(tx)
    .where('account_id', '=', accountId)
    .orderBy('submitted_at', 'desc')
    .limit(200)
    .execute()
  return rows.map(toLine)
}

function lines(tx: Tx) {
  return query(tx)
    .selectFrom('dossier')
    .select([
      'id',
      'submission_no',
      'code',
      'phase',
      'procedure_code',
      'agency_id',
      'submitted_at',
      'due_at',
      'queue_at',
    ])
    .select([
      sql<string>`state #>> '{procedure,name}'`.as('procedure_name'),
      sql<string>`state #>> '{applicant,fullName}'`.as('applicant_name'),
      sql<IntakeMode>`state ->> 'mode'`.as('mode'),
      sql<number>`(state ->> 'attempt')::integer`.as('attempt'),
      sql<Instant>`coalesce(state #>> '{processingClock,startedAt}', state #>> '{intakeClock,startedAt}')`.as(
        'started_at',
      ),
    ])
    .where('tenant', '=', tx.tenant)
}

type LineRow = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

function toLine(row: LineRow): DossierLine {
  return {
    id: row.id,
    submissionNo: row.submission_no,
    ...(row.code !== null && { code: row.code }),
    phase: row.phase,
    procedureCode: row.procedure_code,
    procedureName: row.procedure_name,
    applicantName: row.applicant_name,
    agencyId: row.agency_id,
    mode: row.mode,
    submittedAt: row.submitted_at,
    dueAt: row.due_at,
    startedAt: row.started_at,
    attempt: row.attempt,
  }
}
