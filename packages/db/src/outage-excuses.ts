import type { Instant } from '@motcua/calendar'
import type { Dossier } from '@motcua/domain'
import { sql } from 'kysely'
import { query, type Tx } from './database.ts'

/** A dossier whose intake clock was running for some time of an outage. */
export interface DossierDuringOutage {
  readonly id: string
  readonly reference: string
  readonly agencyId: string
  readonly submittedAt: Instant
  readonly intakeDueAt: Instant
  readonly phase: string
  /** The decision by which the clock was excused, where there is one. */
  readonly excuse?: { readonly at: Instant; readonly by: string; readonly reason: string }
}

// An intake clock is counted in working hours or a few working days; whatever was filed earlier than this had its day.
const longestIntake = '40 days'

/** Dossiers of these bodies whose intake clock ran inside an interval, with the excuse each has for this incident. */
export async function dossiersDuringOutage(
  tx: Tx,
  {
    incidentId,
    from,
    to,
    agencyIds,
  }: { incidentId: string; from: Instant; to: Instant; agencyIds: readonly string[] },
): Promise<DossierDuringOutage[]> {
  if (agencyIds.length === 0) return []
  const due = sql<Instant>`(d.state -> 'intakeClock' ->> 'dueAt')::timestamptz`
  const rows = await query(tx)
    .selectFrom('dossier as d')
    .leftJoin('outage_excuse as e', (join) =>
      join
        .onRef('e.tenant', '=', 'd.tenant')
        .onRef('e.dossier_id', '=', 'd.id')
        .on('e.incident_id', '=', incidentId),
    )
    .select(['d.id', 'd.code', 'd.submission_no', 'd.agency_id', 'd.submitted_at', 'd.phase'])
    .select([due.as('due'), 'e.at as excused_at', 'e.by_name', 'e.reason'])
    .where('d.tenant', '=', tx.tenant)
    .where('d.agency_id', 'in', [...agencyIds])
    .where('d.submitted_at', '<=', to)
    .where('d.submitted_at', '>=', sql<Instant>`${from}::timestamptz - ${longestIntake}::interval`)
    .where(due, '>=', from)
    .orderBy('d.submitted_at')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    reference: row.code ?? row.submission_no,
    agencyId: row.agency_id,
    submittedAt: row.submitted_at,
    intakeDueAt: row.due,
    phase: row.phase,
    ...(row.excused_at !== null && {
      excuse: { at: row.excused_at, by: row.by_name ?? '', reason: row.reason ?? '' },
    }),
  }))
}

/** Excuses the intake clock of a dossier for an outage; once, whoever is second changes nothing. */
export async function putOutageExcuse(
  tx: Tx,
  excuse: {
    dossierId: string
    incidentId: string
    at: Instant
    accountId: string
    by: string
    reason: string
  },
): Promise<boolean> {
  const { dossierId, incidentId, at, accountId, by, reason } = excuse
  const { numInsertedOrUpdatedRows } = await query(tx)
    .insertInto('outage_excuse')
    .values({
      tenant: tx.tenant,
      dossier_id: dossierId,
      incident_id: incidentId,
      at,
      account_id: accountId,
      by_name: by,
      reason,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** People with open dossiers, after one, in the order of their ids: whom an outage concerns. */
export async function openApplicants(
  tx: Tx,
  after: string | undefined,
  limit: number,
): Promise<
  { dossierId: string; fullName: string; email?: string | undefined; phone?: string | undefined }[]
> {
  const rows = await query(tx)
    .selectFrom('dossier')
    .select(['id', 'state'])
    .where('tenant', '=', tx.tenant)
    .where('queue', 'in', ['new', 'awaiting-completion', 'processing', 'to-return'])
    .$if(after !== undefined, (q) => q.where('id', '>', after!))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id, state }) => {
    const { fullName, email, phone } = (state as Dossier).applicant
    return { dossierId: id, fullName, email, phone }
  })
}
