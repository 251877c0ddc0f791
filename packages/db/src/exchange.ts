import type { Instant } from '@motcua/calendar'
import { query, type Tx } from './database.ts'

/**
 * Notes that a signed request came in. Nonces older than `forgetBefore` are of requests nobody would believe any more.
 * @returns false where this one came before.
 */
export async function noteNonce(
  tx: Tx,
  { nonce, at, forgetBefore }: { nonce: string; at: Instant; forgetBefore: Instant },
): Promise<boolean> {
  await query(tx)
    .deleteFrom('exchange_nonce')
    .where('tenant', '=', tx.tenant)
    .where('at', '<', forgetBefore)
    .execute()
  const { numInsertedOrUpdatedRows } = await query(tx)
    .insertInto('exchange_nonce')
    .values({ tenant: tx.tenant, nonce, at })
    .onConflict((c) => c.columns(['tenant', 'nonce']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** A message that came in, with what was answered to it. */
export interface ExchangeMessage {
  readonly id: string
  readonly kind: string
  readonly sha256: string
  readonly dossierId?: string
  readonly answer: Readonly<Record<string, unknown>>
  readonly receivedAt: Instant
}

/** The message that came in before under this id. */
export async function findMessage(tx: Tx, id: string): Promise<ExchangeMessage | undefined> {
  const row = await query(tx)
    .selectFrom('exchange_message')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    kind: row.kind,
    sha256: row.sha256,
    ...(row.dossier_id !== null && { dossierId: row.dossier_id }),
    answer: row.answer as Record<string, unknown>,
    receivedAt: row.received_at,
  }
}

/** Keeps a message with its answer. @returns false where one of this id was kept in between. */
export async function keepMessage(tx: Tx, message: ExchangeMessage): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await query(tx)
    .insertInto('exchange_message')
    .values({
      tenant: tx.tenant,
      id: message.id,
      kind: message.kind,
      sha256: message.sha256,
      dossier_id: message.dossierId ?? null,
      answer: message.answer,
      received_at: message.receivedAt,
    })
    .onConflict((c) => c.columns(['tenant', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** What the national portal is told of a dossier after one event. */
export interface ExchangeState {
  readonly dossierId: string
  readonly version: number
  /** State by the national portal's number, 1 to 10. */
  readonly status: number
  readonly body: object
  readonly notedAt: Instant
  readonly attempts: number
  readonly lastError?: string
  readonly sentAt?: Instant
}

/** Notes a state that is to be told; noted before, it stays as it was. */
export async function noteState(
  tx: Tx,
  state: Omit<ExchangeState, 'attempts' | 'lastError' | 'sentAt'>,
): Promise<ExchangeState> {
  await query(tx)
    .insertInto('exchange_state')
    .values({
      tenant: tx.tenant,
      dossier_id: state.dossierId,
      version: state.version,
      status: state.status,
      body: state.body,
      noted_at: state.notedAt,
    })
    .onConflict((c) => c.columns(['tenant', 'dossier_id', 'version']).doNothing())
    .execute()
  return toState(
    await states(tx)
      .where('dossier_id', '=', state.dossierId)
      .where('version', '=', state.version)
      .executeTakeFirstOrThrow(),
  )
}

/** The national portal took it, or did not and why. */
export async function stateTold(
  tx: Tx,
  { dossierId, version }: { dossierId: string; version: number },
  outcome: { readonly at: Instant } | { readonly error: string },
): Promise<void> {
  await query(tx)
    .updateTable('exchange_state')
    .set((e) => ({
      attempts: e('attempts', '+', 1),
      ...('at' in outcome
        ? { sent_at: outcome.at, last_error: null }
        : { last_error: outcome.error.slice(0, 1000) }),
    }))
    .where('tenant', '=', tx.tenant)
    .where('dossier_id', '=', dossierId)
    .where('version', '=', version)
    .execute()
}

/** What the national portal was told of a dossier, in order. */
export async function statesTold(tx: Tx, dossierId: string): Promise<ExchangeState[]> {
  const rows = await states(tx).where('dossier_id', '=', dossierId).orderBy('version').execute()
  return rows.map(toState)
}

/** States nobody took yet, the oldest first: what differs between here and the national portal. */
export async function statesWaiting(tx: Tx, limit = 100): Promise<ExchangeState[]> {
  const rows = await states(tx).where('sent_at', 'is', null).orderBy('noted_at').limit(limit).execute()
  return rows.map(toState)
}

const states = (tx: Tx) => query(tx).selectFrom('exchange_state').selectAll().where('tenant', '=', tx.tenant)

type StateRow = Awaited<ReturnType<ReturnType<typeof states>['executeTakeFirstOrThrow']>>

function toState(row: StateRow): ExchangeState {
  return {
    dossierId: row.dossier_id,
    version: row.version,
    status: row.status,
    body: row.body,
    notedAt: row.noted_at,
    attempts: row.attempts,
    ...(row.last_error !== null && { lastError: row.last_error }),
    ...(row.sent_at !== null && { sentAt: row.sent_at }),
  }
}
