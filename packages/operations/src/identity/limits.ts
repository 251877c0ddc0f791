import { createHash } from 'node:crypto'
import { hitAttempt } from '@motcua/db'
import { TooManyAttempts, type Actor } from '@motcua/domain'
import type { Counter } from '../operation.ts'

/** How often something that invites guessing may be tried in a window of time. */
interface Limit {
  readonly most: number
  readonly windowSeconds: number
}

/** Signing in, by network address (a family or an office shares one) and by login. */
export const signInByAddress: Limit = { most: 40, windowSeconds: 15 * 60 }
export const signInByLogin: Limit = { most: 8, windowSeconds: 15 * 60 }
/** Asking for a new password, by login: each is a letter to somebody. */
export const recoverByLogin: Limit = { most: 3, windowSeconds: 60 * 60 }
/** Opening accounts, by network address. */
export const registerByAddress: Limit = { most: 20, windowSeconds: 60 * 60 }
/** Looking dossiers up by code without signing in, by network address. */
export const lookUpByAddress: Limit = { most: 30, windowSeconds: 60 }

/** Counts an attempt. `of` is kept as a hash: a list of attempts names nobody. @throws TooManyAttempts */
export async function limit(
  { db, tenant, now }: Pick<Counter, 'db' | 'now'> & { readonly tenant: Pick<Counter['tenant'], 'id'> },
  what: string,
  of: string,
  { most, windowSeconds }: Limit,
): Promise<void> {
  const retryAfterSeconds = await hitAttempt(db, tenant.id, {
    key: attemptKey(what, of),
    windowSeconds,
    most,
    now,
  })
  if (retryAfterSeconds > 0) throw new TooManyAttempts(retryAfterSeconds)
}

export function attemptKey(what: string, of: string): string {
  return `${what}:${createHash('sha256').update(of).digest('base64url').slice(0, 22)}`
}

/** The network address an actor comes from. */
export function addressOf(actor: Actor): string {
  return actor.kind === 'system' ? 'system' : actor.address
}
