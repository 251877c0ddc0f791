import { randomBytes } from 'node:crypto'
import { fromMoment, toMoment, type Instant } from '@motcua/calendar'
import {
  endOperatorSession,
  findOperatorSession,
  putOperatorSession,
  type Database,
  type Operator,
  tokenHash,
} from '@motcua/db'
import type { Actor } from '@motcua/domain'

/** An operator signs in anew for each day's work. */
const lifetimeSeconds = 8 * 60 * 60

const form = /^operator\.([0-9a-f]{64})$/

/** Opens a session for an operator whose identity was just proved. @returns what the window keeps in its cookie */
export async function openOperatorSession(db: Database, operatorId: string, now: Instant): Promise<string> {
  const id = randomBytes(32).toString('hex')
  const expiresAt = fromMoment(toMoment(now) + lifetimeSeconds)
  await db.inHouse((tx) => putOperatorSession(tx, { idHash: tokenHash(id), operatorId, expiresAt, now }))
  return `operator.${id}`
}

/** The operator who presents this session; undefined for anything that is none, or none any more. */
export async function operatorOf(
  db: Database,
  { session, address, now }: { session: string | undefined; address: string; now: Instant },
): Promise<Extract<Actor, { kind: 'operator' }> | undefined> {
  const id = form.exec(session ?? '')?.[1]
  if (id === undefined) return undefined
  const found = await db.inHouse((tx) => findOperatorSession(tx, tokenHash(id), now))
  return found && toActor(found, address)
}

/** Ends a session. */
export async function closeOperatorSession(db: Database, session: string): Promise<void> {
  const id = form.exec(session)?.[1]
  if (id !== undefined) await db.inHouse((tx) => endOperatorSession(tx, tokenHash(id)))
}

function toActor({ id, fullName }: Operator, address: string) {
  return { kind: 'operator', operatorId: id, fullName, address } as const
}
