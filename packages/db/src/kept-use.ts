import type { CivilDate, Instant } from '@motcua/calendar'
import { NotFound } from '@motcua/domain'
import { sql } from 'kysely'
import { query, type Tx } from './database.ts'
import type { KeptPaper } from './kept-papers.ts'

/** What an officer found about a kept paper. */
export interface Validity {
  readonly valid: boolean
  /** The last day it is valid. */
  readonly lastDay?: CivilDate
  readonly note: string
  readonly at: Instant
  readonly by: string
  readonly agencyId: string
}

/** A kept paper used again: the copy in a draft, and the dossier that draft became. */
export interface KeptUse {
  readonly keptId: string
  readonly fileId: string
  readonly usedAt: Instant
  readonly dossierId?: string
}

/** A kept paper with whose it is, whether or not its consent still stands. */
export interface KeptWithOwner extends KeptPaper {
  readonly accountId: string
  readonly withdrawn: boolean
}

/** @throws NotFound */
export async function getKept(tx: Tx, id: string): Promise<KeptWithOwner> {
  const row = await query(tx)
    .selectFrom('kept_paper')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('paper')
  return {
    id: row.id,
    accountId: row.account_id,
    dossierId: row.dossier_id,
    fileId: row.file_id,
    kind: row.kind,
    paperId: row.paper_id,
    paperName: row.paper_name,
    procedureName: row.procedure_name,
    consentedAt: row.consented_at,
    withdrawn: row.withdrawn_at !== null,
  }
}

/** Writes down what an officer found about a kept paper. */
export async function noteValidity(
  tx: Tx,
  { keptId, ...found }: Validity & { keptId: string },
): Promise<void> {
  await query(tx)
    .insertInto('kept_validity')
    .values({
      tenant: tx.tenant,
      kept_id: keptId,
      valid: found.valid,
      last_day: found.lastDay ?? null,
      note: found.note,
      decided_at: found.at,
      decided_by: found.by,
      agency_id: found.agencyId,
    })
    .execute()
}

/** The last finding about each of these papers; none about one nobody judged. */
export async function validitiesOf(tx: Tx, keptIds: readonly string[]): Promise<Map<string, Validity>> {
  if (keptIds.length === 0) return new Map()
  const rows = await query(tx)
    .selectFrom('kept_validity')
    .selectAll()
    .distinctOn('kept_id')
    .where('tenant', '=', tx.tenant)
    .where('kept_id', 'in', [...keptIds])
    .orderBy('kept_id')
    .orderBy('id', 'desc')
    .execute()
  return new Map(
    rows.map((row) => [
      row.kept_id,
      {
        valid: row.valid,
        ...(row.last_day !== null && { lastDay: row.last_day }),
        note: row.note,
        at: row.decided_at,
        by: row.decided_by,
        agencyId: row.agency_id,
      },
    ]),
  )
}

/** Writes down that a kept paper was used. */
export async function noteUse(
  tx: Tx,
  { keptId, draftId, fileId, at }: { keptId: string; draftId: string; fileId: string; at: Instant },
): Promise<void> {
  await query(tx)
    .insertInto('kept_use')
    .values({ tenant: tx.tenant, kept_id: keptId, draft_id: draftId, file_id: fileId, used_at: at })
    .execute()
}

/** Uses of these papers whose copies still are, the latest first. */
export async function usesOf(tx: Tx, keptIds: readonly string[]): Promise<KeptUse[]> {
  if (keptIds.length === 0) return []
  const rows = await query(tx)
    .selectFrom('kept_use as u')
    .innerJoin('file as f', (join) => join.onRef('f.tenant', '=', 'u.tenant').onRef('f.id', '=', 'u.file_id'))
    .select(['u.kept_id', 'u.file_id', 'u.used_at', 'f.dossier_id'])
    .where('u.tenant', '=', tx.tenant)
    .where('u.kept_id', 'in', [...keptIds])
    .orderBy('u.id', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    keptId: row.kept_id,
    fileId: row.file_id,
    usedAt: row.used_at,
    ...(row.dossier_id !== null && { dossierId: row.dossier_id }),
  }))
}

/** Copies a stored file into a draft without carrying its bytes out of the archive. @throws NotFound */
export async function copyFile(
  tx: Tx,
  fileId: string,
  copy: { id: string; accountId: string; draftId: string; at: Instant },
): Promise<void> {
  const { numAffectedRows } = await sql`
    insert into file (tenant, id, name, type, size, sha256, content, account_id, draft_id, added_at)
    select tenant, ${copy.id}::uuid, name, type, size, sha256, content, ${copy.accountId}::uuid,
      ${copy.draftId}::uuid, ${copy.at}::timestamptz
    from file where tenant = ${tx.tenant} and id = ${fileId}::uuid`.execute(query(tx))
  if (numAffectedRows !== 1n) throw new NotFound('file')
}

/** One reading of a file by somebody of the office or another system. */
export interface FileRead {
  readonly fileId: string
  readonly at: Instant
  readonly actorKind: string
  /** Body of the staff who read it. */
  readonly agencyId?: string
}

/** Who at the office read these files, the latest first; at most 500. */
export async function readsOfFiles(tx: Tx, fileIds: readonly string[]): Promise<FileRead[]> {
  if (fileIds.length === 0) return []
  const rows = await query(tx)
    .selectFrom('audit_entry as r')
    .leftJoin('account as a', (join) =>
      join.onRef('a.tenant', '=', 'r.tenant').on(sql<boolean>`a.id::text = r.actor_id`),
    )
    .select(['r.thing_id', 'r.at', 'r.actor_kind', 'a.agency_id'])
    .where('r.tenant', '=', tx.tenant)
    .where('r.deed', '=', 'read')
    .where('r.thing', '=', 'file')
    .where('r.thing_id', 'in', [...fileIds])
    .orderBy('r.recorded_at', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    fileId: row.thing_id,
    at: row.at,
    actorKind: row.actor_kind,
    ...(row.agency_id !== null && { agencyId: row.agency_id }),
  }))
}
