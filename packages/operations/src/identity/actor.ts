import type { Instant } from '@motcua/calendar'
import { grantsInForce, type Account, type Database } from '@motcua/db'
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
  if (!found || found.account.state) return { kind: 'visitor', address }
  const actor = toActor(found.account, found.facts, address)
  if (actor.kind !== 'staff') return actor
  // Asked at each call: a role that was taken, or whose last day has passed, opens nothing any more.
  const grants = await db.read(tenant, (tx) => grantsInForce(tx, actor.accountId, now))
  return grants.length > 0 ? { ...actor, grants } : actor
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
