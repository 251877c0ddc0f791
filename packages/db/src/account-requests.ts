import type { Instant } from '@motcua/calendar'
import { Conflict, nextDue, NotFound, type AccountRequest } from '@motcua/domain'
import { query, type Tx } from './database.ts'

/** Keeps a new request about accounts. */
export async function putAccountRequest(tx: Tx, request: AccountRequest): Promise<void> {
  await query(tx)
    .insertInto('account_request')
    .values({
      tenant: tx.tenant,
      id: request.id,
      version: 1,
      agency_id: request.agencyId,
      stage: request.stage,
      due_at: nextDue(request) ?? null,
      filed_at: request.filedAt,
      state: request,
    })
    .execute()
}

/** @throws NotFound */
export async function getAccountRequest(tx: Tx, id: string): Promise<AccountRequest> {
  return (await find(tx, id).executeTakeFirst())?.state ?? missing()
}

/** A request and its version; nobody else changes it until the transaction ends. @throws NotFound */
export async function getAccountRequestForUpdate(
  tx: Tx,
  id: string,
): Promise<{ request: AccountRequest; version: number }> {
  const row = await find(tx, id).forUpdate().executeTakeFirst()
  return row ? { request: row.state, version: row.version } : missing()
}

/** Writes what became of a request. @throws Conflict where somebody wrote in between */
export async function saveAccountRequest(tx: Tx, request: AccountRequest, version: number): Promise<void> {
  const { numUpdatedRows } = await query(tx)
    .updateTable('account_request')
    .set({
      version: version + 1,
      stage: request.stage,
      due_at: nextDue(request) ?? null,
      state: request,
    })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', request.id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new Conflict('account request')
}

/** Requests that wait for somebody: the most pressing first; of one agency, or of all. At most 500. */
export async function listWaitingRequests(tx: Tx, agencyId?: string): Promise<AccountRequest[]> {
  const waiting = query(tx)
    .selectFrom('account_request')
    .select('state')
    .where('tenant', '=', tx.tenant)
    .where((e) => e.or([e('stage', 'in', ['incomplete', 'open', 'confirmed']), e('due_at', 'is not', null)]))
    .orderBy((e) => e.fn.coalesce('due_at', e.val('infinity' as Instant)))
    .orderBy('filed_at')
    .limit(500)
  const rows = await (agencyId === undefined ? waiting : waiting.where('agency_id', '=', agencyId)).execute()
  return rows.map(({ state }) => state)
}

/** Requests that are over, the latest first; of one agency, or of all. At most 200. */
export async function listPastRequests(tx: Tx, agencyId?: string): Promise<AccountRequest[]> {
  const past = query(tx)
    .selectFrom('account_request')
    .select('state')
    .where('tenant', '=', tx.tenant)
    .where('stage', 'in', ['done', 'refused'])
    .where('due_at', 'is', null)
    .orderBy('filed_at', 'desc')
    .limit(200)
  const rows = await (agencyId === undefined ? past : past.where('agency_id', '=', agencyId)).execute()
  return rows.map(({ state }) => state)
}

const find = (tx: Tx, id: string) =>
  query(tx)
    .selectFrom('account_request')
    .select(['state', 'version'])
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)

function missing(): never {
  throw new NotFound('account request')
}
