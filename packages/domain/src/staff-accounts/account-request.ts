import type { Instant } from '@motcua/calendar'
import type { StaffRole } from '../account/account.ts'
import type { Determination, LegalClock } from '../determination.ts'
import type { Attachment } from '../intake/attachment.ts'
import type { Person } from '../fees/refund.ts'
import type { LockCause } from './account-state.ts'

/** A person of the list on form 05 who is to have an account (TQ25-9.2a). */
export interface NewOfficer {
  readonly fullName: string
  /** Title (chức vụ). */
  readonly job: string
  readonly agencyId: string
  readonly roles: readonly StaffRole[]
  readonly email?: string
  readonly phone?: string
}

/** An account there is already, as a request names it. */
export interface NamedAccount {
  readonly accountId: string
  readonly username: string
  readonly fullName: string
}

/** What is asked for. `at` is the moment asked for: of the lock, of the activation, of the revocation. */
export type Wanted =
  | { readonly task: 'create'; readonly people: readonly NewOfficer[] }
  | {
      readonly task: 'lock'
      readonly cause: LockCause
      readonly accounts: readonly NamedAccount[]
      readonly reason: string
      readonly at: Instant
    }
  | {
      readonly task: 'activate' | 'revoke'
      readonly accounts: readonly NamedAccount[]
      readonly reason: string
      readonly at: Instant
    }

/** How a request reached the centre. An emergency is told by telephone or e-mail, a letter follows (AMB-23). */
export type RequestChannel = 'desk' | 'letter' | 'phone' | 'email'

/** A paper of a request: which form it is, and that it is signed, or a true copy of a signed one (TQ25-9.3). */
export interface RequestPaper {
  readonly form: string
  readonly kind: 'digitally-signed' | 'electronic-true-copy'
  readonly file: Attachment
}

/** How the agency was told of the outcome. */
export interface AccountNotice {
  readonly at: Instant
  readonly by: Person
  readonly via: 'letter' | 'email' | 'phone'
  /** Number of the letter, or who took the call. */
  readonly reference?: string
}

/** What became of one person or account of a request. */
export interface RequestOutcome {
  readonly fullName: string
  readonly accountId?: string
  readonly username?: string
  readonly granted: boolean
}

/** A request of an agency about accounts of its staff, from its filing to the notice of its outcome. */
export interface AccountRequest {
  readonly id: string
  readonly agencyId: string
  readonly wanted: Wanted
  readonly channel: RequestChannel
  readonly filedAt: Instant
  readonly filedBy: Person
  readonly papers: readonly RequestPaper[]
  /** The papers the regulation asks for; null where it asks for none. */
  readonly needed: Determination<readonly string[] | null>
  /** `incomplete` until every paper is in; `confirmed` while it waits for its moment. */
  readonly stage: 'incomplete' | 'open' | 'confirmed' | 'done' | 'refused'
  /** When the last paper came in: the clock starts there (AMB-23). */
  readonly receivedAt?: Instant
  readonly clock?: LegalClock
  /** A lock asked for with less notice than the regulation wants: it is done, and marked (AMB-23). */
  readonly short?: Determination<Instant | null>
  /** When it takes effect. */
  readonly effectAt?: Instant
  readonly decision?: { readonly at: Instant; readonly by: Person; readonly reason?: string }
  readonly outcomes?: readonly RequestOutcome[]
  readonly noticeClock?: LegalClock
  readonly notice?: AccountNotice
}

/** By when something has to be done about a request; undefined where nothing is, or no clock runs. */
export function nextDue({ stage, clock, notice, noticeClock }: AccountRequest): Instant | undefined {
  if (stage === 'open') return clock?.dueAt ?? undefined
  return stage === 'done' && !notice ? (noticeClock?.dueAt ?? undefined) : undefined
}
