import { toMoment, type Instant } from '@motcua/calendar'
import { sessionAdapter, type Account, type Database } from '@motcua/db'
import { readSessionFacts, type SessionFacts } from './session-facts.ts'
import { Lucia, TimeSpan, type Adapter } from 'lucia'

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof luciaOf>
    DatabaseUserAttributes: { account: Account }
    DatabaseSessionAttributes: Record<string, unknown>
  }
}

/** How long a session lasts without use: a citizen's over the weeks of a dossier, an officer's over a day at work. */
const lifetime = { citizen: new TimeSpan(14, 'd'), staff: new TimeSpan(12, 'h') } as const

/** Seconds after which somebody signs in again, used or not. */
const longest = { citizen: 30 * 24 * 3600, staff: 24 * 3600 } as const

/** A session as it travels: the province and the kind of account it was opened for, and its secret id. */
export interface SessionToken {
  readonly tenant: string
  readonly kind: Account['kind']
  readonly id: string
}

/** Reads what a window presents; undefined for anything that has not the form of a session. */
export function readSessionToken(text: string): SessionToken | undefined {
  const found = /^([a-z0-9-]{2,40})\.(citizen|staff)\.([a-z0-9]{40})$/.exec(text)
  return found ? { tenant: found[1]!, kind: found[2] as Account['kind'], id: found[3]! } : undefined
}

/** Opens a session for a person whose identity was just proved. @returns what the window keeps in its cookie */
export async function openSession(
  db: Database,
  {
    tenant,
    account,
    now,
    facts = { proof: 'password' },
  }: {
    tenant: string
    account: Account
    now: Instant
    facts?: SessionFacts
  },
): Promise<string> {
  const { id } = await luciaOf(db, tenant, account.kind, now).createSession(account.id, {
    openedAt: now,
    ...facts,
  })
  return `${tenant}.${account.kind}.${id}`
}

/** Whose session this is; undefined where it never was, was ended or ran out. Using a session prolongs it. */
export async function findSession(
  db: Database,
  { tenant, kind, id }: SessionToken,
  now: Instant,
): Promise<{ account: Account; facts: SessionFacts } | undefined> {
  const { user, session } = await luciaOf(db, tenant, kind, now).validateSession(id)
  if (!user || user.account.kind !== kind || isOver(kind, session, now)) return undefined
  return { account: user.account, facts: session }
}

/** However much it is used, a session is over some time after it was opened. */
function isOver(kind: Account['kind'], { openedAt }: SessionFacts, now: Instant): boolean {
  return openedAt !== undefined && toMoment(now) - toMoment(openedAt) > longest[kind]
}

/** Ends a session. */
export async function closeSession(
  db: Database,
  { tenant, kind, id }: SessionToken,
  now: Instant,
): Promise<void> {
  await luciaOf(db, tenant, kind, now).invalidateSession(id)
}

function luciaOf(db: Database, tenant: string, kind: Account['kind'], now: Instant) {
  return new Lucia(adapterOf(db, tenant, now), {
    sessionExpiresIn: lifetime[kind],
    getUserAttributes: ({ account }) => ({ account }),
    getSessionAttributes: readSessionFacts,
  })
}

/** Each of the seven methods opens the tenant's door for itself: a session is checked before any other work. */
function adapterOf(db: Database, tenant: string, now: Instant): Adapter {
  const reads = <T>(use: (adapter: Adapter) => Promise<T>): Promise<T> =>
    db.read(tenant, (tx) => use(sessionAdapter(tx, () => now) as Adapter))
  const writes = <T>(use: (adapter: Adapter) => Promise<T>): Promise<T> =>
    db.transact(tenant, (tx) => use(sessionAdapter(tx, () => now) as Adapter))
  return {
    getSessionAndUser: (id) => reads((adapter) => adapter.getSessionAndUser(id)),
    getUserSessions: (userId) => reads((adapter) => adapter.getUserSessions(userId)),
    setSession: (session) => writes((adapter) => adapter.setSession(session)),
    updateSessionExpiration: (id, expiresAt) =>
      writes((adapter) => adapter.updateSessionExpiration(id, expiresAt)),
    deleteSession: (id) => writes((adapter) => adapter.deleteSession(id)),
    deleteUserSessions: (userId) => writes((adapter) => adapter.deleteUserSessions(userId)),
    deleteExpiredSessions: () => writes((adapter) => adapter.deleteExpiredSessions()),
  }
}
