import type { Instant } from '@motcua/calendar'
import { NotFound } from '@motcua/domain'
import { query, type Tx } from './database.ts'

/** A paper or a result a person agreed to keep for later dossiers. */
export interface KeptPaper {
  readonly id: string
  readonly dossierId: string
  readonly fileId: string
  readonly kind: 'result' | 'component'
  readonly paperId: string
  readonly paperName: string
  readonly procedureName: string
  readonly consentedAt: Instant
}

/** Keeps papers for an account; one that is kept already stays as it is. */
export async function keepPapers(tx: Tx, accountId: string, papers: readonly KeptPaper[]): Promise<void> {
  if (papers.length === 0) return
  await query(tx)
    .insertInto('kept_paper')
    .values(
      papers.map((paper) => ({
        tenant: tx.tenant,
        id: paper.id,
        account_id: accountId,
        dossier_id: paper.dossierId,
        file_id: paper.fileId,
        kind: paper.kind,
        paper_id: paper.paperId,
        paper_name: paper.paperName,
        procedure_name: paper.procedureName,
        consented_at: paper.consentedAt,
        withdrawn_at: null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'account_id', 'file_id']).where('withdrawn_at', 'is', null).doNothing(),
    )
    .execute()
}

/** What an account keeps, the latest first; what was taken back is left out. */
export async function listKept(tx: Tx, accountId: string): Promise<KeptPaper[]> {
  const rows = await query(tx)
    .selectFrom('kept_paper')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .where('account_id', '=', accountId)
    .where('withdrawn_at', 'is', null)
    .orderBy('consented_at', 'desc')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    dossierId: row.dossier_id,
    fileId: row.file_id,
    kind: row.kind,
    paperId: row.paper_id,
    paperName: row.paper_name,
    procedureName: row.procedure_name,
    consentedAt: row.consented_at,
  }))
}

/** Takes the consent back; the entry stays as its trace. @throws NotFound for another's, or one taken back already */
export async function withdrawConsent(tx: Tx, accountId: string, id: string, at: Instant): Promise<void> {
  const { numUpdatedRows } = await query(tx)
    .updateTable('kept_paper')
    .set({ withdrawn_at: at })
    .where('tenant', '=', tx.tenant)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new NotFound('paper')
}
