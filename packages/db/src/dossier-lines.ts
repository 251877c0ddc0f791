import type { Instant } from '@motcua/calendar'
import type { Dossier, IntakeMode } from '@motcua/domain'
import { sql } from 'kysely'
import { query, type Tx } from './database.ts'

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
  /** Whether a fee was demanded and not paid yet. */
  readonly unpaid: boolean
  /** Who works on the present step, and its name. */
  readonly holder?: string
  readonly step?: string
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

/** The lines of the dossiers of this tenant, to be narrowed down. */
export function lines(tx: Tx) {
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
      'unpaid',
    ])
    .select([
      sql<string>`state #>> '{procedure,name}'`.as('procedure_name'),
      sql<string>`state #>> '{applicant,fullName}'`.as('applicant_name'),
      sql<IntakeMode>`state ->> 'mode'`.as('mode'),
      sql<number>`(state ->> 'attempt')::integer`.as('attempt'),
      sql<string | null>`state #>> '{work,holder,fullName}'`.as('holder'),
      sql<
        string | null
      >`jsonb_path_query_first(state, '$.work.steps[*] ? (@.id == $at).name', jsonb_build_object('at', state #> '{work,at}')) #>> '{}'`.as(
        'step',
      ),
      sql<Instant>`coalesce(state #>> '{processingClock,startedAt}', state #>> '{intakeClock,startedAt}')`.as(
        'started_at',
      ),
    ])
    .where('tenant', '=', tx.tenant)
}

export type LineRow = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

/** A row as it is handed on. */
export function toLine(row: LineRow): DossierLine {
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
    unpaid: row.unpaid,
    ...(row.holder !== null && { holder: row.holder }),
    ...(row.step !== null && { step: row.step }),
  }
}
