import { randomUUID } from 'node:crypto'
import type { Instant } from '@motcua/calendar'
import { createAccount, findStaff, noteDeed, type Tx } from '@motcua/db'
import { Refused, type StaffRole } from '@motcua/domain'
import { writeInvitation } from './invitation.ts'

/** Who is to have an account of staff. */
export interface Invitee {
  readonly username: string
  readonly fullName: string
  readonly roles: readonly StaffRole[]
  readonly agencyId: string
  /** Title (chức vụ). */
  readonly job?: string
  readonly email?: string
  readonly phone?: string
}

/** Who invites: the account where it is one of the province's staff. */
export interface Inviter {
  readonly id?: string
  readonly name: string
}

/**
 * Opens an account of staff without a password and gives the invitation with which its holder chooses one. Nobody but
 * the holder ever knows a password (AMB-35). Called again for an account that never chose one, it gives a new
 * invitation, and the earlier one is no longer good.
 * @returns the token, for `/invitations/<token>` on the desk; the archive keeps only its hash
 * @throws Refused `login-taken` where somebody uses this name already
 */
export async function invite(
  tx: Tx,
  person: Invitee,
  { now, by, requestId }: { now: Instant; by: Inviter; requestId?: string },
): Promise<{ accountId: string; token: string }> {
  const known = await findStaff(tx, person.username)
  if (known && (known.passwordHash || known.state || known.fullName !== person.fullName))
    throw new Refused({ code: 'login-taken', data: { field: 'username' } })
  const accountId = known?.id ?? randomUUID()
  if (!known) {
    const clash = await createAccount(tx, { ...person, kind: 'staff', id: accountId }, now)
    if (clash) throw new Refused({ code: 'login-taken', data: { field: clash.taken } })
    await note('issued')
  }
  const token = await writeInvitation(tx, accountId, now)
  await note('invited')
  return { accountId, token }

  function note(deed: 'issued' | 'invited') {
    const { id: byId, name: byName } = by
    return noteDeed(tx, accountId, {
      at: now,
      deed,
      byName,
      ...(byId && { byId }),
      ...(requestId && { requestId }),
    })
  }
}
