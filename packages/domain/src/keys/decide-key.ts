import type { CivilDate, Instant } from '@motcua/calendar'
import type { Refusal } from '../decision.ts'
import { refuse } from '../decision.ts'
import type { LegalBasis } from '../determination.ts'
import type { ActiveKey, ApiKey, KeyLimit, KeyScope } from './api-key.ts'

/** What becomes of a key, or the reason why it stays as it is. */
export type KeyDecision<Key extends ApiKey = ApiKey> =
  { readonly granted: true; readonly key: Key } | { readonly granted: false; readonly refusal: Refusal }

interface Deed {
  readonly at: Instant
  readonly by: string
}

/** What the key manager may change while the key is not revoked. */
export interface KeyTerms {
  readonly limit: KeyLimit
  readonly scopes: readonly KeyScope[]
  readonly addresses: readonly string[]
  readonly lastDay?: CivilDate | undefined
}

/** Sets what a key may do and how often. It holds from the next call on. */
export function setKeyTerms(key: ApiKey, { lastDay, ...terms }: KeyTerms): KeyDecision {
  if (key.phase === 'revoked') return refuse({ code: 'key-revoked' })
  const { lastDay: _, ...rest } = key
  return { granted: true, key: { ...rest, ...terms, ...(lastDay && { lastDay }) } as ApiKey }
}

/** Puts a key to use; one without a limit cannot be (TQ25-8.3, AMB-38). */
export function activateKey(
  key: ApiKey,
  { at, by }: Deed,
  { basis }: { basis: readonly LegalBasis[] },
): KeyDecision<ActiveKey> {
  if (key.phase === 'revoked') return refuse({ code: 'key-revoked' })
  if (key.phase === 'active') return refuse({ code: 'key-already-active' })
  const { limit } = key
  if (!limit) return refuse({ code: 'key-without-limit', data: { basis } })
  return { granted: true, key: { ...key, phase: 'active', limit, activatedAt: at, activatedBy: by } }
}

/** Ends a key for good; from the next call on it opens nothing. */
export function revokeKey(key: ApiKey, { at, by }: Deed, reason: string): KeyDecision {
  if (key.phase === 'revoked') return refuse({ code: 'key-revoked' })
  return { granted: true, key: { ...key, phase: 'revoked', revokedAt: at, revokedBy: by, reason } }
}

/** Longest overlap of two secrets, in days: long enough to change over, too short to forget the old one. */
export const longestOverlapDays = 30

/** Whether a key may get a new secret beside the old one. */
export function mayRotate(key: ApiKey): Refusal | undefined {
  if (key.phase === 'revoked') return { code: 'key-revoked' }
  if (key.phase === 'registered') return { code: 'key-not-active' }
  return undefined
}
