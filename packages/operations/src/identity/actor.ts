import type { Instant } from '@motcua/calendar'
import type { Account, Database } from '@motcua/db'
import type { Actor } from '@motcua/domain'
import { findSession, readSessionToken } from './session.ts'
import type { SessionFacts } from './session-facts.ts'

/** Who presents this session at this network address: a visitor unless the session is good. */
export async function actorOf(
  db: Database,
  {
    session,
    tenant,
    kind,
    address,
    now,
  }: {
    readonly session: string | undefined
    /** Province of the window. A session of another province is no session there. */
    readonly tenant: string
    /** Citizens come to portals, staff to the desk. */
    readonly kind: Account['kind']
    readonly address: string
    readonly now: Instant
  },
): Promise<Actor> {
  const token = session === undefined ? undefined : readSessionToken(session)
  if (!token || token.tenant !== tenant || token.kind !== kind) return { kind: 'visitor', address }
  const found = await findSession(db, token, now)
  // A lock ends every session; one that was being opened meanwhile is no better.
  return found && !found.account.state
    ? toActor(found.account, found.facts, address)
    : { kind: 'visitor', address }
}

function toActor(account: Account, { proof, openedAt }: SessionFacts, address: string): Actor {
  const { id: accountId, fullName } = account
  if (account.kind === 'citizen')
    return {
      kind: 'citizen',
      accountId,
      fullName,
      address,
      proof,
      ...(openedAt && { provedAt: openedAt }),
    }
  return { kind: 'staff', accountId, fullName, roles: account.roles, agencyId: account.agencyId, address }
}
