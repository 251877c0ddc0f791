import { fromMoment, toMoment, type Instant } from '@motcua/calendar'
import { hasRole, putInvitation, tokenHash, type Tx } from '@motcua/db'
import type { StaffRole } from '@motcua/domain'
import { newSecret } from '../house/secret.ts'

const validDays = 7

/** What the first administrator of a province may do: declare its affairs and let colleagues in. */
const roles: readonly StaffRole[] = ['tenant-admin', 'account-manager']

/** An invitation as it is handed to the person; it is kept nowhere in this form. */
export interface Invited {
  /** `<province>.<secret>`: the end of the link. */
  readonly token: string
  readonly expiresAt: Instant
}

/**
 * Invites the first administrator of a province; undefined where it has one. Whoever holds the link chooses their own
 * password, so that no password is ever given out. An earlier link that was not used works no longer.
 */
export async function inviteAdministrator(tx: Tx, now: Instant): Promise<Invited | undefined> {
  if (await hasRole(tx, 'tenant-admin')) return undefined
  const secret = newSecret()
  const expiresAt = fromMoment(toMoment(now) + validDays * 86_400)
  await putInvitation(tx, { tokenHash: tokenHash(secret), roles, expiresAt }, now)
  return { token: `${tx.tenant}.${secret}`, expiresAt }
}

/** The province an invitation's token names, and its secret. */
export function readInvitationToken(token: string): { tenant: string; secret: string } | undefined {
  const found = /^([a-z0-9-]{2,40})\.([A-Za-z0-9_-]{43})$/.exec(token)
  return found ? { tenant: found[1]!, secret: found[2]! } : undefined
}
