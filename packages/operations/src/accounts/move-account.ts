import {
  demandNewPassword,
  dropTokens,
  endSessions,
  getStaffForUpdate,
  noteDeed,
  setAccountState,
  type StaffAccount,
} from '@motcua/db'
import { aimOf, hindranceTo, Refused, type AccountTask, type LockCause } from '@motcua/domain'
import { audit } from '../audit/audit.ts'
import type { Room } from '../operation.ts'
import { movesOf } from './account-law.ts'

type Move = Exclude<AccountTask, 'create'>
const deedOf = { lock: 'locked', activate: 'activated', revoke: 'revoked' } as const

/** What it takes to move an account: an open door, and who acts. */
export type AccountRoom = Pick<Room, 'tx' | 'tenant' | 'actor' | 'now'>

/**
 * Locks, activates or revokes an account, as far as the regulation draws that step. A lock and a revocation end its
 * sessions and take its invitations back at once. @throws Refused
 */
export async function moveAccount(
  room: AccountRoom,
  accountId: string,
  how: { task: Move; cause?: LockCause; reason: string; requestId?: string; byName: string; byId?: string },
): Promise<StaffAccount> {
  const { tx, tenant, now } = room
  const account = await getStaffForUpdate(tx, accountId)
  const { task, cause = 'planned', reason, requestId, byName, byId } = how
  if (byId === accountId) throw new Refused({ code: 'account-own' })
  const refusal = hindranceTo(account.state ?? 'active', aimOf[task], movesOf(tenant, now, cause))
  if (refusal) throw new Refused(refusal)
  await setAccountState(tx, accountId, aimOf[task])
  if (task !== 'activate') {
    await endSessions(tx, accountId)
    await dropTokens(tx, accountId)
  }
  await noteDeed(tx, accountId, {
    at: now,
    deed: deedOf[task],
    byName,
    reason,
    ...(byId && { byId }),
    ...(requestId && { requestId }),
  })
  await audit(room, {
    deed: `account:${task}`,
    thing: 'account',
    thingId: accountId,
    detail: { ...(task === 'lock' && { cause }), ...(requestId && { request: requestId }) },
  })
  return account
}

/** Ends the sessions of an account whose password may be known to others: its next sign-in demands a new one. */
export async function demandPasswordChange(
  room: AccountRoom,
  accountId: string,
  by: { id: string; name: string; reason: string },
): Promise<void> {
  const { tx, now } = room
  await getStaffForUpdate(tx, accountId)
  await endSessions(tx, accountId)
  await demandNewPassword(tx, accountId)
  await noteDeed(tx, accountId, {
    at: now,
    deed: 'password-change-demanded',
    byId: by.id,
    byName: by.name,
    reason: by.reason,
  })
  await audit(room, { deed: 'account:end-sessions', thing: 'account', thingId: accountId })
}
