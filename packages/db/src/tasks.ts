import type { Instant } from '@motcua/calendar'
import type { Phase, StaffRole } from '@motcua/domain'
import { sql } from 'kysely'
import { query, type Tx } from './database.ts'

export type TaskKind = 'step' | 'opinion' | 'share' | 'silence' | 'supervision'

/** Something open in a dossier that somebody has to do, as a line of a list. */
export interface TaskLine {
  readonly dossierId: string
  readonly code: string
  readonly procedureName: string
  readonly applicantName: string
  readonly dossierAgencyId: string
  /** `step`, or the id of the opinion or share. */
  readonly task: string
  readonly kind: TaskKind
  readonly agencyId: string
  readonly role: string | null
  readonly holderId: string | null
  readonly name: string
  readonly since: Instant
  readonly dueAt: Instant | null
  /** When the applicant was promised the result; null while that clock stands still. */
  readonly promisedAt: Instant | null
}

/** What lies open at these bodies, the most pressing first; only what one account holds where it is named. At most 200. */
export async function listTasks(
  tx: Tx,
  { agencyIds, holderId }: { agencyIds: readonly string[]; holderId?: string },
): Promise<TaskLine[]> {
  let lines = query(tx)
    .selectFrom('dossier_task as t')
    .innerJoin('dossier as d', (join) =>
      join.onRef('d.tenant', '=', 't.tenant').onRef('d.id', '=', 't.dossier_id'),
    )
    .select([
      't.dossier_id',
      't.task',
      't.kind',
      't.agency_id',
      't.role',
      't.holder_id',
      't.name',
      't.since',
      't.due_at',
      'd.code',
      'd.agency_id as dossier_agency',
      'd.due_at as promised_at',
    ])
    .select([
      sql<string>`d.state #>> '{procedure,name}'`.as('procedure_name'),
      sql<string>`d.state #>> '{applicant,fullName}'`.as('applicant_name'),
    ])
    .where('t.tenant', '=', tx.tenant)
    .where('t.agency_id', 'in', [...agencyIds])
    .orderBy(sql`coalesce(t.due_at, 'infinity')`)
    .orderBy('t.dossier_id')
    .limit(200)
  if (holderId !== undefined) lines = lines.where('t.holder_id', '=', holderId)
  const rows = await lines.execute()
  return rows.map((row) => ({
    dossierId: row.dossier_id,
    code: row.code ?? '',
    procedureName: row.procedure_name,
    applicantName: row.applicant_name,
    dossierAgencyId: row.dossier_agency,
    task: row.task,
    kind: row.kind,
    agencyId: row.agency_id,
    role: row.role,
    holderId: row.holder_id,
    name: row.name,
    since: row.since,
    dueAt: row.due_at,
    promisedAt: row.promised_at,
  }))
}

/** Dossiers that have not ended and stand at a body, or wait for its part: those a successor takes over. */
export async function dossiersOfBody(
  tx: Tx,
  agencyId: string,
  limit: number,
): Promise<{ id: string; code: string; submissionNo: string; phase: Phase }[]> {
  const rows = await query(tx)
    .selectFrom('dossier')
    .select(['id', 'code', 'submission_no', 'phase'])
    .where('tenant', '=', tx.tenant)
    .where('queue', 'in', ['new', 'awaiting-completion', 'processing', 'to-return'])
    .where((e) =>
      e.or([
        e('agency_id', '=', agencyId),
        e.exists(
          e
            .selectFrom('dossier_task as t')
            .select('t.task')
            .whereRef('t.tenant', '=', 'dossier.tenant')
            .whereRef('t.dossier_id', '=', 'dossier.id')
            .where('t.agency_id', '=', agencyId),
        ),
      ]),
    )
    .orderBy('submitted_at')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    code: row.code ?? '',
    submissionNo: row.submission_no,
    phase: row.phase,
  }))
}

/** Staff of a body who have a role: those a step may be given to. */
export async function staffWithRole(
  tx: Tx,
  agencyId: string,
  role: string,
): Promise<{ accountId: string; fullName: string }[]> {
  const rows = await query(tx)
    .selectFrom('account')
    .select(['id', 'full_name'])
    .where('tenant', '=', tx.tenant)
    .where('kind', '=', 'staff')
    .where('agency_id', '=', agencyId)
    .where(sql<boolean>`roles ? ${role}`)
    .orderBy('full_name')
    .limit(200)
    .execute()
  return rows.map((row) => ({ accountId: row.id, fullName: row.full_name }))
}

/** Which roles there are at each body. */
export async function staffRolesByBody(tx: Tx): Promise<ReadonlyMap<string, readonly StaffRole[]>> {
  const rows = await query(tx)
    .selectFrom('account')
    .select(['agency_id', 'roles'])
    .distinct()
    .where('tenant', '=', tx.tenant)
    .where('kind', '=', 'staff')
    .execute()
  const found = new Map<string, StaffRole[]>()
  for (const { agency_id, roles } of rows)
    if (agency_id) found.set(agency_id, [...(found.get(agency_id) ?? []), ...roles])
  return found
}
