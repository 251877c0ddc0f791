import type { Instant } from '@motcua/calendar'
import { query, type Tx } from './database.ts'
import { tokenHash } from './token-hash.ts'

/** A sign-in on its way to an identity system and back. */
export interface SignInFlow {
  readonly provider: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** Address the browser is led back to. */
  readonly callback: string
  /** Page to go on to once signed in. */
  readonly next?: string
  /** Whom the identity system named. */
  readonly identity?: Readonly<Record<string, unknown>>
  readonly expiresAt: Instant
}

/** Keeps a flow under the browser's secret, and forgets those that ran out. */
export async function putSignInFlow(tx: Tx, secret: string, flow: SignInFlow, at: Instant): Promise<void> {
  await query(tx)
    .deleteFrom('sign_in_flow')
    .where('tenant', '=', tx.tenant)
    .where('expires_at', '<=', at)
    .execute()
  await query(tx)
    .insertInto('sign_in_flow')
    .values({
      tenant: tx.tenant,
      id_hash: tokenHash(secret),
      provider: flow.provider,
      state: flow.state,
      nonce: flow.nonce,
      verifier: flow.verifier,
      callback: flow.callback,
      next: flow.next ?? null,
      identity: flow.identity ?? null,
      made_at: at,
      expires_at: flow.expiresAt,
    })
    .execute()
}

/** Takes a flow out: the same one cannot be finished twice. Undefined where there is none, or no more. */
export async function takeSignInFlow(tx: Tx, secret: string, at: Instant): Promise<SignInFlow | undefined> {
  const row = await query(tx)
    .deleteFrom('sign_in_flow')
    .where('tenant', '=', tx.tenant)
    .where('id_hash', '=', tokenHash(secret))
    .returningAll()
    .executeTakeFirst()
  return row && row.expires_at > at ? toFlow(row) : undefined
}

/** A flow that waits for its holder's answer. */
export async function findSignInFlow(tx: Tx, secret: string, at: Instant): Promise<SignInFlow | undefined> {
  const row = await query(tx)
    .selectFrom('sign_in_flow')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .where('id_hash', '=', tokenHash(secret))
    .executeTakeFirst()
  return row && row.expires_at > at ? toFlow(row) : undefined
}

function toFlow(row: {
  provider: string
  state: string
  nonce: string
  verifier: string
  callback: string
  next: string | null
  identity: Record<string, unknown> | null
  expires_at: Instant
}): SignInFlow {
  const { provider, state, nonce, verifier, callback, next, identity } = row
  return {
    provider,
    state,
    nonce,
    verifier,
    callback,
    ...(next !== null && { next }),
    ...(identity !== null && { identity }),
    expiresAt: row.expires_at,
  }
}
