import { Conflict, NotFound, type WorkflowVersion } from '@motcua/domain'
import { sql } from 'kysely'
import postgres from 'postgres'
import { query, type Tx } from './database.ts'

/** Versions of the workflow of one procedure that are in use: one, or several for different cases. */
export async function liveWorkflows(tx: Tx, procedureCode: string): Promise<WorkflowVersion[]> {
  const rows = await versions(tx)
    .where('procedure_code', '=', procedureCode)
    .where('stage', '=', 'live')
    .orderBy('version')
    .execute()
  return rows.map((row) => row.state)
}

/** Every version of every procedure, the latest first; of one procedure where it is named. */
export async function listWorkflows(tx: Tx, procedureCode?: string): Promise<WorkflowVersion[]> {
  let all = versions(tx).orderBy('procedure_code').orderBy('version', 'desc')
  if (procedureCode !== undefined) all = all.where('procedure_code', '=', procedureCode)
  return (await all.execute()).map((row) => row.state)
}

/** @throws NotFound */
export async function getWorkflow(tx: Tx, procedureCode: string, version: number): Promise<WorkflowVersion> {
  const row = await versions(tx)
    .where('procedure_code', '=', procedureCode)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) throw new NotFound('workflow')
  return row.state
}

/** Locks a version until the door closes. @throws NotFound */
export async function getWorkflowForUpdate(
  tx: Tx,
  procedureCode: string,
  version: number,
): Promise<WorkflowVersion> {
  const row = await versions(tx)
    .where('procedure_code', '=', procedureCode)
    .where('version', '=', version)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound('workflow')
  return row.state
}

/** The number the next version of a procedure's workflow gets. */
export async function nextWorkflowVersion(tx: Tx, procedureCode: string): Promise<number> {
  const row = await query(tx)
    .selectFrom('workflow_version')
    .select((e) => e.fn.max('version').as('last'))
    .where('tenant', '=', tx.tenant)
    .where('procedure_code', '=', procedureCode)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

/**
 * Writes a version as it stands after a change, and the change into its history.
 * @throws Conflict when somebody else changed it in between, or another version is in use for the same cases
 */
export async function putWorkflow(tx: Tx, state: WorkflowVersion, changedBy: string): Promise<void> {
  const { version, revision, stage, workflow } = state
  const key = { tenant: tx.tenant, procedure_code: workflow.procedureCode, version, revision }
  const cases = (workflow.caseIds ?? []).toSorted().join(' ')
  try {
    if (revision === 1)
      await query(tx)
        .insertInto('workflow_version')
        .values({ ...key, stage, cases, state })
        .execute()
    else await update(tx, key, { stage, cases, state })
  } catch (error) {
    if (error instanceof postgres.PostgresError && error.code === '23505') throw new Conflict('workflow')
    throw error
  }
  await query(tx)
    .insertInto('workflow_change')
    .values({ ...key, state, changed_by: changedBy })
    .execute()
}

async function update(
  tx: Tx,
  { procedure_code, version, revision }: { procedure_code: string; version: number; revision: number },
  change: { stage: WorkflowVersion['stage']; cases: string; state: WorkflowVersion },
): Promise<void> {
  const { numUpdatedRows } = await query(tx)
    .updateTable('workflow_version')
    .set({ ...change, revision })
    .where('tenant', '=', tx.tenant)
    .where('procedure_code', '=', procedure_code)
    .where('version', '=', version)
    .where('revision', '=', revision - 1)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new Conflict('workflow')
}

/** Every change of a version: what it was then, who changed it and when, the first one first. */
export async function workflowHistory(
  tx: Tx,
  procedureCode: string,
  version: number,
): Promise<{ state: WorkflowVersion; changedBy: string; at: string }[]> {
  const rows = await query(tx)
    .selectFrom('workflow_change')
    .select(['state', 'changed_by', 'recorded_at'])
    .where('tenant', '=', tx.tenant)
    .where('procedure_code', '=', procedureCode)
    .where('version', '=', version)
    .orderBy('revision')
    .execute()
  return rows.map((row) => ({ state: row.state, changedBy: row.changed_by, at: row.recorded_at }))
}

const versions = (tx: Tx) =>
  query(tx)
    .selectFrom('workflow_version')
    .select(['state', sql<number>`version`.as('no')])
    .where('tenant', '=', tx.tenant)
