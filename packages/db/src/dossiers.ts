import { evolve, foldText, NotFound, type Dossier, type DossierEvent, type IntakeMode } from '@motcua/domain'
import type { CivilDate, Instant } from '@motcua/calendar'
import { sql } from 'kysely'
import { call, query, type Database, type Tx } from './database.ts'

export interface Filing {
  /** The same key files one dossier, however often it is sent. */
  readonly key: string
  readonly dossier: Dossier
  readonly event: DossierEvent
  /** The draft it was prepared in, as it was read: closed with the filing, its files handed over. */
  readonly draft?: { readonly id: string; readonly version: number }
}

export interface Filed {
  readonly id: string
  readonly submissionNo: string
  /** False when the key had been used before: the dossier of that time is named. */
  readonly filed: boolean
}

/**
 * Files a dossier in one round trip: state, log, errand and the end of its draft.
 * @throws Conflict when the draft was changed after it was read.
 */
export async function fileDossier(db: Database, tenant: string, filing: Filing): Promise<Filed> {
  const { key, dossier, event, draft } = filing
  const [row] = await call<{ id: string; submission_no: string; filed: boolean }>(
    db,
    'select id, submission_no, filed from file_dossier($1, $2, $3, $4, $5, $6, $7)',
    [tenant, key, dossier, event, searchText(dossier), draft?.id ?? null, draft?.version ?? null],
  )
  return { id: row!.id, submissionNo: row!.submission_no, filed: row!.filed }
}

/** The same inside an open door, for a filing that belongs to something larger. */
export async function fileDossierIn(tx: Tx, filing: Filing): Promise<Filed> {
  const { key, dossier, event, draft } = filing
  const { rows } = await sql<{ id: string; submission_no: string; filed: boolean }>`
    select id, submission_no, filed from file_dossier(${tx.tenant}, ${key}, ${dossier}::jsonb, ${event}::jsonb,
      ${searchText(dossier)}, ${draft?.id ?? null}::uuid, ${draft?.version ?? null}::integer)`.execute(
    query(tx),
  )
  return { id: rows[0]!.id, submissionNo: rows[0]!.submission_no, filed: rows[0]!.filed }
}

/** A dossier by its code, or by its submission number before it has one; in one round trip. */
export async function findByCode(
  db: Database,
  tenant: string,
  reference: string,
): Promise<Dossier | undefined> {
  const [row] = await call<{ state: Dossier }>(db, 'select state from find_dossier($1, $2)', [
    tenant,
    reference,
  ])
  return row?.state
}

/** @throws NotFound */
export async function getDossier(tx: Tx, id: string): Promise<Dossier> {
  const row = await query(tx)
    .selectFrom('dossier')
    .select('state')
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('dossier')
  return row.state
}

/** Locks the dossier until the door closes: the next officer waits and then sees what was done. @throws NotFound */
export async function getDossierForUpdate(tx: Tx, id: string): Promise<Dossier> {
  const row = await query(tx)
    .selectFrom('dossier')
    .select('state')
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound('dossier')
  return row.state
}

/**
 * Adds events to a dossier: the log, the present state and the errands move together or not at all.
 * @returns the dossier after them.
 * @throws Conflict when somebody else added events after `dossier` was read.
 */
export async function append(tx: Tx, dossier: Dossier, events: readonly DossierEvent[]): Promise<Dossier> {
  if (events.length === 0) return dossier
  const next = events.reduce<Dossier>(evolve, dossier)
  await sql`select append_to_dossier(${dossier.id}::uuid, ${dossier.version}::integer, ${next}::jsonb,
    ${events}::jsonb, ${searchText(next)})`.execute(query(tx))
  return next
}

/** What happened to a dossier, in order. @throws NotFound when nothing did. */
export async function eventsOf(tx: Tx, id: string): Promise<DossierEvent[]> {
  const rows = await query(tx)
    .selectFrom('dossier_event')
    .select('event')
    .where('tenant', '=', tx.tenant)
    .where('dossier_id', '=', id)
    .orderBy('version')
    .execute()
  if (rows.length === 0) throw new NotFound('dossier')
  return rows.map((row) => row.event)
}

/**
 * The next number of dossier codes of one agency on one day, from 1. Taken as the last thing before the dossier is
 * appended to: until the door closes, the next acceptance of that agency waits. A refusal gives the number back.
 */
export async function nextCodeNumber(tx: Tx, agencyCode: string, day: CivilDate): Promise<number> {
  const row = await query(tx)
    .insertInto('code_counter')
    .values({ tenant: tx.tenant, agency_code: agencyCode, day, n: 1 })
    .onConflict((c) =>
      c.columns(['tenant', 'agency_code', 'day']).doUpdateSet({ n: sql`code_counter.n + 1` }),
    )
    .returning('n')
    .executeTakeFirstOrThrow()
  return row.n
}

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
  if (!at || !id || !/^(infinity|\d{4}-[\d:T+-]{21,})$/.test(at) || !/^[0-9a-f-]{36}$/.test(id)) {
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

/** What a dossier is found by: names and numbers, folded. */
function searchText(dossier: Dossier): string {
  const code = 'code' in dossier ? dossier.code : ''
  const { applicant, submissionNo, procedure } = dossier
  return foldText(
    `${code} ${submissionNo} ${applicant.fullName} ${applicant.citizenId} ${applicant.phone ?? ''} ${procedure.code}`,
  )
}
