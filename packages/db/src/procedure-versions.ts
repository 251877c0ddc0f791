import type { Instant } from '@motcua/calendar'
import { comingStages, Conflict, NotFound, type ProcedureStage, type ProcedureVersion } from '@motcua/domain'
import postgres from 'postgres'
import { query, type Tx } from './database.ts'

/** A version as a list shows it, without what it says. */
export interface ProcedureVersionLine {
  readonly code: string
  readonly version: number
  readonly stage: ProcedureStage
  readonly contentHash: string
  readonly dueAt: Instant | null
}

/** Every version of every procedure, the latest first; of one procedure where it is named. */
export async function listProcedureVersions(tx: Tx, code?: string): Promise<ProcedureVersionLine[]> {
  let all = query(tx)
    .selectFrom('procedure_version')
    .select(['procedure_code', 'version', 'stage', 'content_hash', 'due_at'])
    .where('tenant', '=', tx.tenant)
    .orderBy('procedure_code')
    .orderBy('version', 'desc')
  if (code !== undefined) all = all.where('procedure_code', '=', code)
  return (await all.execute()).map((row) => ({
    code: row.procedure_code,
    version: row.version,
    stage: row.stage,
    contentHash: row.content_hash,
    dueAt: row.due_at,
  }))
}

/** The versions of one procedure in full, the latest first. */
export async function procedureVersions(tx: Tx, code: string): Promise<ProcedureVersion[]> {
  const rows = await versions(tx).where('procedure_code', '=', code).orderBy('version', 'desc').execute()
  return rows.map((row) => row.state)
}

/** Versions on their way, of every procedure. */
export async function comingProcedures(tx: Tx): Promise<ProcedureVersion[]> {
  const rows = await versions(tx).where('stage', 'in', comingStages).orderBy('procedure_code').execute()
  return rows.map((row) => row.state)
}

/** @throws NotFound */
export async function getProcedureVersion(tx: Tx, code: string, version: number): Promise<ProcedureVersion> {
  const row = await one(tx, code, version).executeTakeFirst()
  if (!row) throw new NotFound('procedure version')
  return row.state
}

/** Locks a version until the door closes. @throws NotFound */
export async function getProcedureVersionForUpdate(
  tx: Tx,
  code: string,
  version: number,
): Promise<ProcedureVersion> {
  const row = await one(tx, code, version).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound('procedure version')
  return row.state
}

/**
 * Writes a version as it stands after a change, and the change into its history.
 * @throws Conflict when somebody else changed it in between, or another version is on its way already
 */
export async function putProcedureVersion(
  tx: Tx,
  state: ProcedureVersion,
  { changedBy, contentHash, dueAt }: { changedBy: string; contentHash: string; dueAt: Instant | null },
): Promise<void> {
  const { code, version, revision, stage } = state
  const key = { tenant: tx.tenant, procedure_code: code, version, revision }
  const said = { stage, content_hash: contentHash, due_at: dueAt, state }
  try {
    // A version brought in from outside enters the history with the revision it has.
    const before = await one(tx, code, version).executeTakeFirst()
    if (before) await update(tx, key, said)
    else
      await query(tx)
        .insertInto('procedure_version')
        .values({ ...key, ...said })
        .execute()
  } catch (error) {
    if (error instanceof postgres.PostgresError && error.code === '23505') throw new Conflict('procedure')
    throw error
  }
  await query(tx)
    .insertInto('procedure_change')
    .values({ ...key, state, changed_by: changedBy })
    .execute()
}

async function update(
  tx: Tx,
  { procedure_code, version, revision }: { procedure_code: string; version: number; revision: number },
  change: { stage: ProcedureStage; content_hash: string; due_at: Instant | null; state: ProcedureVersion },
): Promise<void> {
  const { numUpdatedRows } = await query(tx)
    .updateTable('procedure_version')
    .set({ ...change, revision })
    .where('tenant', '=', tx.tenant)
    .where('procedure_code', '=', procedure_code)
    .where('version', '=', version)
    .where('revision', '=', revision - 1)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new Conflict('procedure')
}

/** Every change of a version: who changed it and when, the first one first. */
export async function procedureHistory(
  tx: Tx,
  code: string,
  version: number,
): Promise<{ stage: ProcedureStage; changedBy: string; at: Instant }[]> {
  const rows = await query(tx)
    .selectFrom('procedure_change')
    .select(['state', 'changed_by', 'recorded_at'])
    .where('tenant', '=', tx.tenant)
    .where('procedure_code', '=', code)
    .where('version', '=', version)
    .orderBy('revision')
    .execute()
  return rows.map((row) => ({ stage: row.state.stage, changedBy: row.changed_by, at: row.recorded_at }))
}

const one = (tx: Tx, code: string, version: number) =>
  versions(tx).where('procedure_code', '=', code).where('version', '=', version)

const versions = (tx: Tx) =>
  query(tx).selectFrom('procedure_version').select(['state', 'version']).where('tenant', '=', tx.tenant)
