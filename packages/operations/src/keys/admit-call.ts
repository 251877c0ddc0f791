import { dateOf, toMoment, type Instant } from '@motcua/calendar'
import { countAttempt, findBySecret } from '@motcua/db'
import { isAllowed, type Actor, type ApiKey, type KeyLimit, type Permission } from '@motcua/domain'
import { attemptKey } from '../identity/limits.ts'
import type { Context } from '../operation.ts'
import { isFrom } from './addresses.ts'
import { readSecret, sameHash } from './secret.ts'

export type Client = Extract<Actor, { kind: 'client' }>

/** Why a call is turned away before anything is read. */
export type CallRefusal =
  | 'key-missing'
  | 'key-unknown'
  | 'key-not-active'
  | 'key-ended'
  | 'address-not-allowed'
  | 'over-limit'
  | 'scope-missing'

/** How much of its limit a key has left. */
export interface Allowance {
  readonly limit: KeyLimit
  readonly remaining: number
  readonly resetSeconds: number
}

interface Presented {
  readonly keyId?: string
  readonly secretId?: string
}

export type Admission =
  | (Presented & { readonly admitted: true; readonly client: Client; readonly allowance: Allowance })
  | (Presented & {
      readonly admitted: false
      readonly refusal: CallRefusal
      readonly allowance?: Allowance
      /** Set where too much was tried: when to come back. */
      readonly retryAfterSeconds?: number
    })

/** Keys tried that are nobody's, by network address. */
const unknownByAddress = { most: 30, windowSeconds: 60 }

/**
 * Whether a call with this key may go on. Each call is counted against the key's limit, whatever becomes of it. A key
 * is read at every call: one that is revoked opens nothing from that moment on.
 */
export async function admitCall(
  context: Omit<Context, 'actor'>,
  { presented, may, address }: { presented: string | undefined; may: Permission; address: string },
): Promise<Admission> {
  const { db, tenant } = context
  const now = context.now()
  const read = presented === undefined ? undefined : readSecret(presented)
  const found = read && (await db.read(tenant.id, (tx) => findBySecret(tx, read.id)))
  if (!read || !found || !sameHash(read.hash, found.secret.hash)) {
    const refusal = presented === undefined ? 'key-missing' : 'key-unknown'
    return turnAwayStranger(context, { refusal, address, now })
  }
  const { key, secret } = found
  const presents: Presented = { keyId: key.id, secretId: secret.id }
  if (key.phase !== 'active') return { ...presents, admitted: false, refusal: 'key-not-active' }
  if (hasEnded(key, secret.endsAt, now)) return { ...presents, admitted: false, refusal: 'key-ended' }
  if (!isFrom(address, key.addresses)) return { ...presents, admitted: false, refusal: 'address-not-allowed' }

  const { limit } = key
  const counted = await countAttempt(db, tenant.id, {
    key: `api:${key.id}`,
    windowSeconds: limit.seconds,
    now,
  })
  const allowance = {
    limit,
    remaining: Math.max(0, limit.calls - counted.hits),
    resetSeconds: counted.leftSeconds,
  }
  if (counted.hits > limit.calls) {
    const retryAfterSeconds = counted.leftSeconds
    return { ...presents, admitted: false, refusal: 'over-limit', allowance, retryAfterSeconds }
  }
  const client = clientOf(key, address)
  if (!isAllowed(client, may)) return { ...presents, admitted: false, refusal: 'scope-missing', allowance }
  return { ...presents, admitted: true, client, allowance }
}

function hasEnded(key: ApiKey, secretEndsAt: Instant | undefined, now: Instant): boolean {
  const secretEnded = secretEndsAt !== undefined && toMoment(secretEndsAt) <= toMoment(now)
  return secretEnded || (key.lastDay !== undefined && dateOf(now) > key.lastDay)
}

function clientOf({ id, name, owner, scopes }: ApiKey, address: string): Client {
  return { kind: 'client', keyId: id, name, owner, scopes, address }
}

/** Whoever tries keys is slowed down by their address; nobody else's calls are. */
async function turnAwayStranger(
  { db, tenant }: Omit<Context, 'actor'>,
  { refusal, address, now }: { refusal: 'key-missing' | 'key-unknown'; address: string; now: Instant },
): Promise<Admission> {
  const { most, windowSeconds } = unknownByAddress
  const key = attemptKey('api-unknown', address)
  const { hits, leftSeconds } = await countAttempt(db, tenant.id, { key, windowSeconds, now })
  return { admitted: false, refusal, ...(hits > most && { retryAfterSeconds: leftSeconds }) }
}
