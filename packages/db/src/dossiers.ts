import { evolve, foldText, NotFound, type Dossier, type DossierEvent } from '@motcua/domain'
import type { CivilDate } from '@motcua/calendar'
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

/** What a dossier is found by: names and numbers, folded. */
function searchText(dossier: Dossier): string {
  const code = 'code' in dossier ? dossier.code : ''
  const { applicant, submissionNo, procedure } = dossier
  return foldText(
    `${code} ${submissionNo} ${applicant.fullName} ${applicant.citizenId} ${applicant.phone ?? ''} ${procedure.code}`,
  )
}
