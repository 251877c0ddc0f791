import type { Instant } from '@motcua/calendar'
import type { Dossier } from '@motcua/domain'
import { sql } from 'kysely'
import { query, type Tx } from './database.ts'

/** Who is told: officers or heads of the dossier's agency, or who holds the present step. */
export type AlertAudience = 'officer' | 'head' | 'holder'

/** Something the desk is told in time: a duty about to fall due, or one that fell due. */
export interface NewAlert {
  readonly dossierId: string
  readonly eventVersion: number
  readonly kind: string
  readonly audience: AlertAudience
  /** It matters only while the dossier is in this phase. */
  readonly phase: Dossier['phase']
  readonly at: Instant
  readonly dueAt?: Instant
}

export interface AlertLine {
  readonly id: string
  readonly kind: string
  readonly audience: AlertAudience
  readonly raisedAt: Instant
  readonly dueAt: Instant | null
  readonly dossierId: string
  readonly reference: string
  readonly procedureName: string
  readonly applicantName: string
  readonly agencyId: string
}

/** Raises an alert: one per event, kind and audience. Raised again, as by a later reminder, it is open again. */
export async function raiseAlert(tx: Tx, alert: NewAlert): Promise<void> {
  await query(tx)
    .insertInto('alert')
    .values({
      tenant: tx.tenant,
      dossier_id: alert.dossierId,
      event_version: alert.eventVersion,
      kind: alert.kind,
      audience: alert.audience,
      phase: alert.phase,
      raised_at: alert.at,
      due_at: alert.dueAt ?? null,
      closed_at: null,
      closed_by: null,
    })
    .onConflict((c) =>
      c
        .columns(['tenant', 'dossier_id', 'event_version', 'kind', 'audience'])
        .doUpdateSet({ closed_at: null, closed_by: null }),
    )
    .execute()
}

/** Whom alerts are listed for. */
export interface AlertReader {
  readonly agencyIds: readonly string[]
  readonly audiences: readonly AlertAudience[]
  readonly accountId: string
}

/** Alerts that are open for a member of staff, the duty that falls due first at the top. */
export async function listAlerts(tx: Tx, reader: AlertReader, limit = 200): Promise<AlertLine[]> {
  const rows = await open(tx, reader)
    .select([
      'a.id',
      'a.kind',
      'a.audience',
      'a.raised_at',
      'a.due_at',
      'a.dossier_id',
      'd.agency_id',
      sql<string>`coalesce(d.code, d.submission_no)`.as('reference'),
      sql<string>`d.state #>> '{procedure,name}'`.as('procedure_name'),
      sql<string>`d.state #>> '{applicant,fullName}'`.as('applicant_name'),
    ])
    .orderBy(sql`a.due_at nulls last`)
    .orderBy('a.raised_at')
    .orderBy('a.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    audience: row.audience,
    raisedAt: row.raised_at,
    dueAt: row.due_at,
    dossierId: row.dossier_id,
    reference: row.reference,
    procedureName: row.procedure_name,
    applicantName: row.applicant_name,
    agencyId: row.agency_id,
  }))
}

/** How many are open, counted up to `most`. */
export async function countAlerts(tx: Tx, reader: AlertReader, most = 100): Promise<number> {
  const counted = open(tx, reader).select('a.id').limit(most).as('counted')
  const row = await query(tx)
    .selectFrom(counted)
    .select((e) => e.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Marks an alert as seen to, where it is one of the reader's. @returns whether it was open. */
export async function closeAlert(
  tx: Tx,
  id: string,
  reader: AlertReader,
  { at, by }: { at: Instant; by: string },
): Promise<boolean> {
  const done = await query(tx)
    .updateTable('alert')
    .set({ closed_at: at, closed_by: by })
    .where('tenant', '=', tx.tenant)
    .where('id', 'in', open(tx, reader).select('a.id').where('a.id', '=', id))
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}

function open(tx: Tx, { agencyIds, audiences, accountId }: AlertReader) {
  return query(tx)
    .selectFrom('alert as a')
    .innerJoin('dossier as d', (j) =>
      j
        .onRef('d.tenant', '=', 'a.tenant')
        .onRef('d.id', '=', 'a.dossier_id')
        .onRef('d.phase', '=', 'a.phase'),
    )
    .where('a.tenant', '=', tx.tenant)
    .where('a.closed_at', 'is', null)
    .where((e) =>
      e.or([
        e.and([
          e('d.agency_id', 'in', agencyIds.length > 0 ? [...agencyIds] : ['']),
          e('a.audience', 'in', audiences.length > 0 ? [...audiences] : ['officer']),
          e.lit(audiences.length > 0),
        ]),
        e.and([e('a.audience', '=', 'holder'), e('d.holder_id', '=', accountId)]),
      ]),
    )
}
