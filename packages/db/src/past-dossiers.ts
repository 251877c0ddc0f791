import type { IntakeMode, Limit, ServiceLevel } from '@motcua/domain'
import type { Instant } from '@motcua/calendar'
import { sql } from 'kysely'
import { query, type Tx } from './database.ts'

/** When things happened to a dossier and by which terms: what its clocks were counted from, and nothing of a person. */
export interface PastDossier {
  readonly id: string
  /** Official code, or the submission number of a dossier that never was accepted. */
  readonly code: string
  readonly mode: IntakeMode
  readonly level: ServiceLevel
  /** Published time of its case. */
  readonly limit: Limit
  readonly submittedAt: Instant
  readonly acceptedAt?: Instant
  /** The moment its processing clock ends, as it was counted then. */
  readonly dueAt?: Instant
  readonly resultAt?: Instant
}

export interface Stretch {
  /** Submitted from this moment on. */
  readonly from?: Instant
  /** Submitted before this moment. */
  readonly to?: Instant
}

/** The dossiers of a tenant in batches, in no particular order, so that however many there are fit into memory. */
export async function* pastDossiers(
  tx: Tx,
  { from, to }: Stretch = {},
  batch = 5_000,
): AsyncGenerator<PastDossier[]> {
  let after: string | undefined
  do {
    let page = moments(tx).orderBy('id').limit(batch)
    if (from !== undefined) page = page.where('submitted_at', '>=', from)
    if (to !== undefined) page = page.where('submitted_at', '<', to)
    if (after !== undefined) page = page.where('id', '>', after)
    const rows = await page.execute()
    if (rows.length > 0) yield rows.map(toPast)
    after = rows.length < batch ? undefined : rows.at(-1)!.id
  } while (after !== undefined)
}

function moments(tx: Tx) {
  return query(tx)
    .selectFrom('dossier')
    .select(['id', 'submission_no', 'code', 'submitted_at'])
    .select([
      sql<IntakeMode>`state ->> 'mode'`.as('mode'),
      sql<ServiceLevel>`state #>> '{procedure,level}'`.as('level'),
      sql<Limit>`state #> '{procedure,limit}'`.as('limit'),
      sql<Instant | null>`state ->> 'acceptedAt'`.as('accepted_at'),
      sql<Instant | null>`state #>> '{processingClock,dueAt}'`.as('due_at'),
      sql<Instant | null>`state #>> '{result,at}'`.as('result_at'),
    ])
    .where('tenant', '=', tx.tenant)
}

type Row = Awaited<ReturnType<ReturnType<typeof moments>['execute']>>[number]

function toPast(row: Row): PastDossier {
  return {
    id: row.id,
    code: row.code ?? row.submission_no,
    mode: row.mode,
    level: row.level,
    limit: row.limit,
    submittedAt: row.submitted_at,
    ...(row.accepted_at !== null && { acceptedAt: row.accepted_at }),
    ...(row.due_at !== null && { dueAt: row.due_at }),
    ...(row.result_at !== null && { resultAt: row.result_at }),
  }
}
