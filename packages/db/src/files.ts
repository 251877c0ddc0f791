import { createHash } from 'node:crypto'
import { NotFound, type FileType } from '@motcua/domain'
import type { Instant } from '@motcua/calendar'
import { query, type Tx } from './database.ts'

/** What is known about a stored file without its content. */
export interface FileInfo {
  readonly id: string
  readonly name: string
  readonly type: FileType
  readonly bytes: number
  readonly sha256: string
  /** Who uploaded it; absent for a file of the office. */
  readonly accountId?: string
  readonly draftId?: string
  /** The dossier it belongs to once that was filed. */
  readonly dossierId?: string
}

export interface NewFile {
  readonly id: string
  readonly name: string
  readonly type: FileType
  readonly content: Uint8Array
  readonly accountId?: string
  readonly draftId?: string
  readonly dossierId?: string
  readonly at: Instant
}

/** Stores a file. Its type was told by its bytes before. */
export async function putFile(tx: Tx, file: NewFile): Promise<FileInfo> {
  const content = Buffer.from(file.content)
  const sha256 = createHash('sha256').update(content).digest('hex')
  await query(tx)
    .insertInto('file')
    .values({
      tenant: tx.tenant,
      id: file.id,
      name: file.name,
      type: file.type,
      size: content.length,
      sha256,
      content,
      account_id: file.accountId ?? null,
      draft_id: file.draftId ?? null,
      dossier_id: file.dossierId ?? null,
      added_at: file.at,
    })
    .execute()
  const { id, name, type, accountId, draftId, dossierId } = file
  return {
    id,
    name,
    type,
    bytes: content.length,
    sha256,
    ...(accountId && { accountId }),
    ...(draftId && { draftId }),
    ...(dossierId && { dossierId }),
  }
}

/** @throws NotFound */
export async function getFileInfo(tx: Tx, id: string): Promise<FileInfo> {
  const row = await query(tx)
    .selectFrom('file')
    .select(['id', 'name', 'type', 'size', 'sha256', 'account_id', 'draft_id', 'dossier_id'])
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('file')
  return {
    id: row.id,
    name: row.name,
    type: row.type as FileType,
    bytes: row.size,
    sha256: row.sha256,
    ...(row.account_id !== null && { accountId: row.account_id }),
    ...(row.draft_id !== null && { draftId: row.draft_id }),
    ...(row.dossier_id !== null && { dossierId: row.dossier_id }),
  }
}

/** @throws NotFound */
export async function getFileContent(tx: Tx, id: string): Promise<Buffer> {
  const row = await query(tx)
    .selectFrom('file')
    .select('content')
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('file')
  return row.content
}

/** Removes a file that belongs to no dossier yet. @returns whether there was one. */
export async function deleteFile(tx: Tx, id: string, accountId: string): Promise<boolean> {
  const { numDeletedRows } = await query(tx)
    .deleteFrom('file')
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('dossier_id', 'is', null)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
