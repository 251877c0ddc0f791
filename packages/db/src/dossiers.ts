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
  const { dropped, changed } = difference(event, dossier)
  const [row] = await call<FiledRow>(
    db,
    'select id, submission_no, filed from file_dossier($1, $2, $3, $4, $5, $6, $7, $8)',
    [tenant, key, event, dropped, changed, searchText(dossier), draft?.id ?? null, draft?.version ?? null],
  )
  return toFiled(row!)
}

/** The same inside an open door, for a filing that belongs to something larger. */
export async function fileDossierIn(tx: Tx, filing: Filing): Promise<Filed> {
  const { key, dossier, event, draft } = filing
  const { dropped, changed } = difference(event, dossier)
  const { rows } = await sql<FiledRow>`
    select id, submission_no, filed from file_dossier(${tx.tenant}, ${key}, ${event}::jsonb, ${dropped}::text[],
      ${changed}::jsonb, ${searchText(dossier)}, ${draft?.id ?? null}::uuid, ${draft?.version ?? null}::integer)`.execute(
    query(tx),
  )
  return toFiled(rows[0]!)
}

interface FiledRow {
  readonly id: string
  readonly submission_no: string
  readonly filed: boolean
}

function toFiled(row: FiledRow): Filed {
  return { id: row.id, submissionNo: row.submission_no, filed: row.filed }
}

type Without<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never

/** A dossier without what was answered and attached: as much as a look-up may know. */
export type LookedUpDossier = Without<Dossier, 'answers' | 'papers' | 'handedIn'>

/** A dossier by its code, or by its submission number before it has one; in one round trip. */
export async function findByCode(
  db: Database,
  tenant: string,
  reference: string,
): Promise<LookedUpDossier | undefined> {
  const [row] = await call<{ state: LookedUpDossier }>(db, 'select state from find_dossier($1, $2)', [
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
  const { dropped, changed } = difference(dossier, next)
  await sql`select append_to_dossier(${dossier.id}::uuid, ${dossier.version}::integer, ${events}::jsonb,
    ${dropped}::text[], ${changed}::jsonb, ${searchText(next)})`.execute(query(tx))
  return next
}

/**
 * How to make one object of another: members to drop (written as PostgreSQL writes a list) and members to set. Members
 * are the same when they are the very same: `evolve` hands on what it does not touch.
 */
function difference(from: object, to: object): { dropped: string; changed: Record<string, unknown> } {
  const before = from as Record<string, unknown>
  const dropped = Object.keys(from).filter((name) => !(name in to))
  const changed = Object.fromEntries(Object.entries(to).filter(([name, value]) => value !== before[name]))
  return { dropped: `{${dropped.join(',')}}`, changed }
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

/** What a dossier is found by, folded, the parts between bars: code, submission number, name, citizen id, telephone. */
function searchText(dossier: Dossier): string {
  const { applicant, submissionNo } = dossier
  const code = 'code' in dossier ? (dossier.code ?? '') : ''
  const parts = [code, submissionNo, applicant.fullName, applicant.citizenId, applicant.phone ?? '']
  return parts.map((part) => foldText(part).replaceAll('|', ' ')).join('|')
}
