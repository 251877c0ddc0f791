import { refuse, type Refusal } from '../decision.ts'

/** How an account of staff stands (TQ25-9). Only an active one signs in; a revoked one never comes back. */
export const accountStates = ['not-issued', 'active', 'locked', 'revoked'] as const
export type AccountState = (typeof accountStates)[number]

/** What an agency asks about accounts of its staff: cấp mới, tạm khóa, kích hoạt lại, thu hồi. */
export const accountTasks = ['create', 'lock', 'activate', 'revoke'] as const
export type AccountTask = (typeof accountTasks)[number]

/** Why an account is locked: as planned, in an emergency, or because the centre itself found a risk (TQ25-9.1b). */
export const lockCauses = ['planned', 'emergency', 'detected-risk'] as const
export type LockCause = (typeof lockCauses)[number]

/** What was done to an account, for its trace. */
export type AccountDeed =
  | 'issued'
  | 'invited'
  | 'password-chosen'
  | 'password-change-demanded'
  | 'locked'
  | 'activated'
  | 'revoked'
  | 'second-factor-set'
  | 'second-factor-removed'
  | 'official-account-linked'
  | 'official-account-unlinked'

/** A step an account may take, as the regulation draws it. */
export interface AccountMove {
  readonly from: AccountState
  readonly to: AccountState
}

/** The steps of an account where a regulation draws none: an account is issued, rests, comes back, ends. */
export const plainMoves: readonly AccountMove[] = [
  { from: 'not-issued', to: 'active' },
  { from: 'active', to: 'locked' },
  { from: 'locked', to: 'active' },
  { from: 'active', to: 'revoked' },
  { from: 'locked', to: 'revoked' },
]

/** Where an account goes by each task. */
export const aimOf: Readonly<Record<AccountTask, AccountState>> = {
  create: 'active',
  lock: 'locked',
  activate: 'active',
  revoke: 'revoked',
}

/** Why an account may not take this step; undefined where it may. */
export function hindranceTo(
  from: AccountState,
  to: AccountState,
  moves: readonly AccountMove[],
): Refusal | undefined {
  if (moves.some((move) => move.from === from && move.to === to)) return undefined
  return refuse({ code: 'account-step-not-allowed', data: { from, to } }).refusal
}
