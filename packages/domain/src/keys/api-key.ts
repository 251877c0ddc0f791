import type { CivilDate, Instant } from '@motcua/calendar'

/** What a key opens of the interface (phạm vi). */
export const keyScopes = ['catalogue', 'look-up', 'dossiers'] as const
export type KeyScope = (typeof keyScopes)[number]

/** Whose dossiers a key sees: those a body of the administration holds, or those an applicant filed. */
export type KeyOwner =
  | { readonly kind: 'agency'; readonly agencyId: string }
  | { readonly kind: 'applicant'; readonly accountId: string }

/** Most calls within so many seconds (TQ25-8.3). */
export interface KeyLimit {
  readonly calls: number
  readonly seconds: number
}

/** A person who answers for the key at its owner's. */
export interface KeyContact {
  readonly fullName: string
  readonly email: string
}

interface Registered {
  readonly id: string
  /** What it is for, as the key manager reads it: `Phần mềm quản lý đất đai`. */
  readonly name: string
  readonly owner: KeyOwner
  readonly ownerName: string
  readonly contact: KeyContact
  readonly scopes: readonly KeyScope[]
  /** Network addresses it may be used from, as `203.0.113.7` or `203.0.113.0/24`; any where there are none. */
  readonly addresses: readonly string[]
  /** Absent until the key manager sets one. */
  readonly limit?: KeyLimit
  readonly registeredAt: Instant
  readonly registeredBy: string
  /** The last day it may be used; without one it may be used until it is revoked. */
  readonly lastDay?: CivilDate
}

interface Activation {
  readonly activatedAt: Instant
  readonly activatedBy: string
}

/** Access of another system to the interface (khóa truy cập): registered, in use, revoked for good. */
export type ApiKey =
  | (Registered & { readonly phase: 'registered' })
  | (Registered & { readonly phase: 'active'; readonly limit: KeyLimit } & Activation)
  | (Registered &
      Partial<Activation> & {
        readonly phase: 'revoked'
        readonly revokedAt: Instant
        readonly revokedBy: string
        readonly reason: string
      })

export type ActiveKey = Extract<ApiKey, { phase: 'active' }>
