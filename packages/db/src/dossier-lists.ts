import { foldText, NotFound, type Dossier, type IntakeMode } from '@motcua/domain'
import type { Instant } from '@motcua/calendar'
import { sql } from 'kysely'
import { query, type Tx } from './database.ts'

export type QueueName = 'new' | 'awaiting-completion' | 'processing' | 'done'

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
  /** Only dossiers of these agencies; of all when left out. */
  readonly agencyIds?: readonly string[]
  /** Part of a code, submission number, name or citizen id; without regard to case and diacritics. */
  readonly search?: string
  /** `next` of the page before. */
  readonly after?: string
  readonly limit: number
}

/** One page of a queue, the most urgent first (`done`: the latest first). */
export async function listQueue(
  tx: Tx,
  { queue, agencyIds, search, after, limit }: QueueRequest,
): Promise<{ lines: DossierLine[]; next?: string }> {
  const latestFirst = queue === 'done'
  let rows = lines(tx).where('queue', '=', queue)
  if (agencyIds) rows = rows.where('agency_id', 'in', agencyIds.length > 0 ? agencyIds : [''])
  if (search) rows = rows.where('search', 'like', `%${foldText(search).replace(/[\\%_]/g, '\\$&')}%`)
  if (after) {
    const { at, id } = readKey(after)
    const compare = latestFirst ? sql`<` : sql`>`
    rows = rows.where(sql<boolean>`(queue_at, id) ${compare} (${at}::timestamptz, ${id}::uuid)`)
  }
  const order = latestFirst ? 'desc' : 'asc'
  const page = await rows
    .orderBy('queue_at', order)
    .orderBy('id', order)
    .limit(limit + 1)
    .execute()
  const shown = page.slice(0, limit).map(toLine)
  const last = page[limit - 1]
  return page.length > limit && last
    ? { lines: shown, next: `${last.queue_at}~${last.id}` }
    : { lines: shown }
}

function readKey(key: string): { at: string; id: string } {
  const [at, id] = key.split('~')
  if (
    !at ||
    !id ||
    !/^(infinity|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00)$/.test(at) ||
    !/^[0-9a-f-]{36}$/.test(id)
  ) {
    throw new NotFound('page')
  }
  return { at, id }
}

/** How many dossiers stand in each queue. */
export async function countQueues(tx: Tx, agencyIds?: readonly string[]): Promise<Record<QueueName, number>> {
  let rows = query(tx)
    .selectFrom('dossier')
    .select(['queue', sql<number>`count(*)::integer`.as('n')])
    .where('tenant', '=', tx.tenant)
  if (agencyIds) rows = rows.where('agency_id', 'in', agencyIds.length > 0 ? agencyIds : [''])
  const counts = { new: 0, 'awaiting-completion': 0, processing: 0, done: 0 }
  for (const { queue, n } of await rows.groupBy('queue').execute()) counts[queue] = n
  return counts
}

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
