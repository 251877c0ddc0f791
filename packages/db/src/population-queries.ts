import type { Instant } from '@motcua/calendar'
import { Conflict } from '@motcua/domain'
import { query, type Tx } from './database.ts'

/** How a query ended; `asked` while, or where, no answer came back to be kept. */
export type QueryOutcome = 'asked' | 'found' | 'differs' | 'unknown' | 'down'

export interface PopulationQuery {
  readonly id: string
  readonly at: Instant
  readonly accountId: string
  readonly agencyId: string
  readonly registrationId: string
  readonly purpose: string
  readonly procedureCode?: string | undefined
  readonly citizenId: string
  readonly outcome: QueryOutcome
  readonly review?: {
    readonly at: Instant
    readonly by: string
    readonly finding: 'proper' | 'improper'
    readonly remark: string
  }
}

/** Keeps a query before it is asked. */
export async function noteQuery(tx: Tx, asked: Omit<PopulationQuery, 'outcome' | 'review'>): Promise<void> {
  await query(tx)
    .insertInto('population_query')
    .values({
      tenant: tx.tenant,
      id: asked.id,
      at: asked.at,
      account_id: asked.accountId,
      agency_id: asked.agencyId,
      registration_id: asked.registrationId,
      purpose: asked.purpose,
      procedure_code: asked.procedureCode ?? null,
      citizen_id: asked.citizenId,
      outcome: 'asked',
    })
    .execute()
}

/** How it ended. */
export async function noteOutcome(tx: Tx, id: string, outcome: QueryOutcome): Promise<void> {
  await query(tx)
    .updateTable('population_query')
    .set({ outcome })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .where('outcome', '=', 'asked')
    .execute()
}

/** Queries, the latest first, at most 200: those nobody reviewed yet, or all; of one officer where told. */
export async function listQueries(
  tx: Tx,
  filter: { readonly open?: boolean | undefined; readonly accountId?: string | undefined },
): Promise<PopulationQuery[]> {
  let found = query(tx).selectFrom('population_query').selectAll().where('tenant', '=', tx.tenant)
  if (filter.open) found = found.where('reviewed_at', 'is', null)
  if (filter.accountId !== undefined) found = found.where('account_id', '=', filter.accountId)
  const rows = await found.orderBy('at', 'desc').orderBy('id').limit(200).execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    accountId: row.account_id,
    agencyId: row.agency_id,
    registrationId: row.registration_id,
    purpose: row.purpose,
    ...(row.procedure_code !== null && { procedureCode: row.procedure_code }),
    citizenId: row.citizen_id,
    outcome: row.outcome,
    ...(row.reviewed_at !== null && {
      review: { at: row.reviewed_at, by: row.reviewed_by!, finding: row.finding!, remark: row.remark ?? '' },
    }),
  }))
}

/** Keeps the review of a query, once. @throws Conflict where it was reviewed, or by whoever asked it */
export async function reviewQuery(
  tx: Tx,
  id: string,
  review: NonNullable<PopulationQuery['review']>,
): Promise<void> {
  const { numUpdatedRows } = await query(tx)
    .updateTable('population_query')
    .set({ reviewed_at: review.at, reviewed_by: review.by, finding: review.finding, remark: review.remark })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .where('reviewed_at', 'is', null)
    .where('account_id', '<>', review.by)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new Conflict('population-query')
}
