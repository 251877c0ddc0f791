import { Conflict, NotFound, type Answers, type Attachment, type Channel } from '@motcua/domain'
import type { Instant } from '@motcua/calendar'
import { sql } from 'kysely'
import { query, type Tx } from './database.ts'

/** What was filled in so far. */
export interface DraftContent {
  readonly caseId?: string
  readonly agencyId?: string
  readonly answers: Answers
  readonly papers: readonly Attachment[]
  readonly returnChannel?: Channel
  readonly paymentChannel?: Channel
}

export interface Draft {
  readonly id: string
  readonly accountId: string
  /** A first filing, or what an office asked to be completed. */
  readonly purpose: 'filing' | 'completion'
  readonly procedureCode: string
  /** The dossier it completes, or the one it has become. */
  readonly dossierId?: string
  readonly content: DraftContent
  /** Counts the savings. */
  readonly version: number
  readonly createdAt: Instant
  readonly updatedAt: Instant
  /** Set once it was submitted. */
  readonly finishedAt?: Instant
}

export interface NewDraft {
  readonly id: string
  readonly accountId: string
  readonly purpose: 'filing' | 'completion'
  readonly procedureCode: string
  readonly dossierId?: string
  readonly content: DraftContent
  readonly at: Instant
}

/**
 * Opens a draft, or gives the open one there is: a person has one unfinished filing per procedure, a dossier one
 * unfinished completion.
 */
export async function openDraft(tx: Tx, draft: NewDraft): Promise<Draft> {
  const inserted = await query(tx)
    .insertInto('draft')
    .values({
      tenant: tx.tenant,
      id: draft.id,
      account_id: draft.accountId,
      purpose: draft.purpose,
      procedure_code: draft.procedureCode,
      dossier_id: draft.dossierId ?? null,
      content: draft.content,
      created_at: draft.at,
      updated_at: draft.at,
    })
    .onConflict((c) => c.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (inserted) return toDraft(inserted)
  let open = all(tx).where('purpose', '=', draft.purpose).where('finished_at', 'is', null)
  open =
    draft.purpose === 'completion'
      ? open.where('dossier_id', '=', draft.dossierId ?? null)
      : open.where('account_id', '=', draft.accountId).where('procedure_code', '=', draft.procedureCode)
  return toDraft(await open.executeTakeFirstOrThrow())
}

/** @throws NotFound when there is none, or it is another person's. */
export async function getDraft(tx: Tx, id: string, accountId: string): Promise<Draft> {
  const row = await all(tx).where('id', '=', id).where('account_id', '=', accountId).executeTakeFirst()
  if (!row) throw new NotFound('draft')
  return toDraft(row)
}

/** Locks the draft until the door closes. @throws NotFound when there is none, or it is another person's. */
export async function getDraftForUpdate(tx: Tx, id: string, accountId: string): Promise<Draft> {
  const row = await all(tx)
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound('draft')
  return toDraft(row)
}

/** Saves what was filled in. @throws Conflict when it was saved or submitted since it was read. */
export async function saveDraft(tx: Tx, draft: Draft, content: DraftContent, at: Instant): Promise<Draft> {
  const row = await query(tx)
    .updateTable('draft')
    .set({ content, updated_at: at, version: draft.version + 1 })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', draft.id)
    .where('version', '=', draft.version)
    .where('finished_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new Conflict('draft')
  return toDraft(row)
}

/** Unfinished drafts of a person, the latest first. */
export async function listDrafts(tx: Tx, accountId: string): Promise<Draft[]> {
  const rows = await all(tx)
    .where('account_id', '=', accountId)
    .where('finished_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(toDraft)
}

/** Closes a draft whose content has gone into `dossierId` and hands its files over. @throws Conflict */
export async function finishDraft(tx: Tx, draft: Draft, dossierId: string, at: Instant): Promise<void> {
  await sql`select finish_draft(${tx.tenant}, ${draft.id}::uuid, ${draft.version}::integer, ${dossierId}::uuid,
    ${at}::timestamptz)`.execute(query(tx))
}

/** Removes an unfinished draft with its files. */
export async function deleteDraft(tx: Tx, draft: Draft): Promise<void> {
  await query(tx)
    .deleteFrom('file')
    .where('tenant', '=', tx.tenant)
    .where('draft_id', '=', draft.id)
    .where('dossier_id', 'is', null)
    .execute()
  await query(tx)
    .deleteFrom('draft')
    .where('tenant', '=', tx.tenant)
    .where('id', '=', draft.id)
    .where('finished_at', 'is', null)
    .execute()
}

const all = (tx: Tx) => query(tx).selectFrom('draft').selectAll().where('tenant', '=', tx.tenant)

type DraftRow = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>

function toDraft(row: DraftRow): Draft {
  return {
    id: row.id,
    accountId: row.account_id,
    purpose: row.purpose,
    procedureCode: row.procedure_code,
    ...(row.dossier_id !== null && { dossierId: row.dossier_id }),
    content: row.content,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    ...(row.finished_at !== null && { finishedAt: row.finished_at }),
  }
}
