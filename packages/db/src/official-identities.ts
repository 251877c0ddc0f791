import type { Instant } from '@motcua/calendar'
import { query, type Tx } from './database.ts'

/** An account of the civil service, or of VNeID, as its provider names it. */
export interface OfficialIdentity {
  readonly issuer: string
  readonly subject: string
}

/** Links an official account to a staff account. @returns false where either is linked already */
export async function linkOfficial(
  tx: Tx,
  accountId: string,
  { issuer, subject }: OfficialIdentity,
  at: Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await query(tx)
    .insertInto('official_identity')
    .values({ tenant: tx.tenant, issuer, subject, account_id: accountId, linked_at: at })
    .onConflict((c) => c.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** The staff account this official account signs in to. */
export async function findOfficial(
  tx: Tx,
  { issuer, subject }: OfficialIdentity,
): Promise<string | undefined> {
  const row = await query(tx)
    .selectFrom('official_identity')
    .select('account_id')
    .where('tenant', '=', tx.tenant)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.account_id
}

/** Official accounts linked to a staff account. */
export async function officialsOf(
  tx: Tx,
  accountId: string,
): Promise<{ issuer: string; linkedAt: Instant }[]> {
  const rows = await query(tx)
    .selectFrom('official_identity')
    .select(['issuer', 'linked_at'])
    .where('tenant', '=', tx.tenant)
    .where('account_id', '=', accountId)
    .orderBy('issuer')
    .execute()
  return rows.map((row) => ({ issuer: row.issuer, linkedAt: row.linked_at }))
}

/** Takes the link of a staff account to this provider away. */
export async function unlinkOfficial(tx: Tx, accountId: string, issuer: string): Promise<void> {
  await query(tx)
    .deleteFrom('official_identity')
    .where('tenant', '=', tx.tenant)
    .where('account_id', '=', accountId)
    .where('issuer', '=', issuer)
    .execute()
}
