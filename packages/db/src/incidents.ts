import type { Instant } from '@motcua/calendar'
import { NotFound, type Bilingual } from '@motcua/domain'
import type { Selectable } from 'kysely'
import { query, type Tx } from './database.ts'
import type { Schema } from './schema.ts'

/** An outage, or maintenance that was planned. */
export interface Incident {
  readonly id: string
  readonly kind: 'outage' | 'maintenance'
  readonly title: Bilingual
  /** What does not work. */
  readonly affects: readonly string[]
  readonly startsAt: Instant
  /** When it is to be over, as last announced. */
  readonly expectedAt?: Instant
  readonly endedAt?: Instant
  readonly announcedAt: Instant
  readonly by: string
}

/** A word published about an incident. */
export interface IncidentUpdate {
  readonly at: Instant
  readonly by: string
  readonly body: Bilingual
  readonly expectedAt?: Instant
}

export async function putIncident(tx: Tx, incident: Incident): Promise<void> {
  const { id, kind, title, affects, startsAt, expectedAt, announcedAt, by } = incident
  await query(tx)
    .insertInto('incident')
    .values({
      tenant: tx.tenant,
      id,
      kind,
      title_vi: title.vi,
      title_en: title.en,
      affects: [...affects],
      starts_at: startsAt,
      expected_at: expectedAt ?? null,
      ended_at: null,
      announced_at: announcedAt,
      by_name: by,
      told_through: null,
    })
    .execute()
}

/** The incident, locked until the work is done. @throws NotFound */
export async function getIncidentForUpdate(tx: Tx, id: string): Promise<Incident> {
  const row = await all(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound('incident')
  return toIncident(row)
}

/** @throws NotFound */
export async function getIncident(tx: Tx, id: string): Promise<Incident> {
  const row = await all(tx).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('incident')
  return toIncident(row)
}

/** Incidents that last or are announced, and those that ended since a moment; the latest first. */
export async function listIncidents(tx: Tx, since: Instant, limit = 100): Promise<Incident[]> {
  const rows = await all(tx)
    .where((e) => e.or([e('ended_at', 'is', null), e('ended_at', '>=', since)]))
    .orderBy('starts_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toIncident)
}

/** Publishes a word about an incident, with the moment it is to be over where that is known. */
export async function addIncidentUpdate(tx: Tx, id: string, update: IncidentUpdate): Promise<void> {
  const { max } = await query(tx)
    .selectFrom('incident_update')
    .select((e) => e.fn.max('no').as('max'))
    .where('tenant', '=', tx.tenant)
    .where('incident_id', '=', id)
    .executeTakeFirstOrThrow()
  const { at, by, body, expectedAt } = update
  await query(tx)
    .insertInto('incident_update')
    .values({
      tenant: tx.tenant,
      incident_id: id,
      no: (max ?? 0) + 1,
      at,
      by_name: by,
      body_vi: body.vi,
      body_en: body.en,
      expected_at: expectedAt ?? null,
    })
    .execute()
  if (expectedAt !== undefined) await change(tx, id, { expected_at: expectedAt })
}

/** What was published about an incident, the latest first. */
export async function incidentUpdates(tx: Tx, id: string): Promise<IncidentUpdate[]> {
  const rows = await query(tx)
    .selectFrom('incident_update')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .where('incident_id', '=', id)
    .orderBy('no', 'desc')
    .execute()
  return rows.map((row) => ({
    at: row.at,
    by: row.by_name,
    body: { vi: row.body_vi, en: row.body_en },
    ...(row.expected_at !== null && { expectedAt: row.expected_at }),
  }))
}

/** The incident is over. */
export const endIncident = (tx: Tx, id: string, at: Instant): Promise<void> =>
  change(tx, id, { ended_at: at })

/** Up to which dossier applicants have been told of an incident. */
export async function toldThrough(tx: Tx, id: string): Promise<string | undefined> {
  const row = await all(tx).where('id', '=', id).executeTakeFirst()
  return row?.told_through ?? undefined
}

export const noteTold = (tx: Tx, id: string, dossierId: string): Promise<void> =>
  change(tx, id, { told_through: dossierId })

/** What a body told the centre. */
export interface IncidentReport {
  readonly id: string
  readonly agencyId: string
  readonly accountId: string
  readonly at: Instant
  readonly body: string
}

export async function putIncidentReport(tx: Tx, report: IncidentReport): Promise<void> {
  const { id, agencyId, accountId, at, body } = report
  await query(tx)
    .insertInto('incident_report')
    .values({
      tenant: tx.tenant,
      id,
      agency_id: agencyId,
      account_id: accountId,
      at,
      body,
      incident_id: null,
    })
    .execute()
}

/** What bodies reported since a moment, the latest first. */
export async function listIncidentReports(tx: Tx, since: Instant): Promise<IncidentReport[]> {
  const rows = await query(tx)
    .selectFrom('incident_report')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ id, agency_id: agencyId, account_id: accountId, at, body }) => ({
    id,
    agencyId,
    accountId,
    at,
    body,
  }))
}

const all = (tx: Tx) => query(tx).selectFrom('incident').selectAll().where('tenant', '=', tx.tenant)

async function change(
  tx: Tx,
  id: string,
  set: { expected_at?: Instant; ended_at?: Instant; told_through?: string },
): Promise<void> {
  await query(tx)
    .updateTable('incident')
    .set(set)
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .execute()
}

function toIncident(row: Selectable<Schema['incident']>): Incident {
  return {
    id: row.id,
    kind: row.kind,
    title: { vi: row.title_vi, en: row.title_en },
    affects: row.affects,
    startsAt: row.starts_at,
    ...(row.expected_at !== null && { expectedAt: row.expected_at }),
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
    announcedAt: row.announced_at,
    by: row.by_name,
  }
}
