import type { Instant } from '@motcua/calendar'
import { endSession, listSessions, tokenHash, type Tx } from '@motcua/db'
import { NotFound } from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { staffOf } from '../dossier/reach.ts'
import { readSessionFacts, type SessionFacts } from '../identity/session-facts.ts'
import { readSessionToken } from '../identity/session.ts'
import { operation, reading } from '../operation.ts'

/** A session of the own account: where it was opened from, and by which proof. */
export interface OwnSession {
  /** Hash of the session, which names it and opens nothing. */
  id: string
  openedAt?: Instant
  address?: string
  proof: SessionFacts['proof']
  /** The one that asks. */
  current: boolean
}

const Session = z.string().max(200)

/** The sessions of the own account that are still good. */
export const listOwnSessions = reading({
  name: 'accounts.ownSessions',
  may: 'account:own',
  input: z.object({ session: Session }),

  async run({ tx, actor, now }, { session }): Promise<OwnSession[]> {
    const current = hashOf(session)
    const found = await listSessions(tx, staffOf(actor).accountId, now)
    return found.map(({ idHash, attributes }) => ({
      ...readSessionFacts(attributes),
      id: idHash,
      current: idHash === current,
    }))
  },
})

/** Ends one session of the own account, or all but the one that asks. */
export const endOwnSessions = operation({
  name: 'accounts.endOwnSessions',
  may: 'account:own',
  input: z.object({
    session: Session,
    id: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  }),

  async run(room, { session, id }): Promise<void> {
    const { tx, actor } = room
    const { accountId } = staffOf(actor)
    if (id === undefined) await endOtherSessions(tx, accountId, session)
    else if (!(await endSession(tx, accountId, id))) throw new NotFound('session')
    await audit(room, { deed: 'account:end-sessions', thing: 'account', thingId: accountId })
  },
})

/** Ends the sessions of an account but this one. */
export async function endOtherSessions(tx: Tx, accountId: string, session: string): Promise<void> {
  const kept = hashOf(session)
  for (const { idHash } of await listSessions(tx, accountId, '2000-01-01T00:00:00+07:00' as Instant))
    if (idHash !== kept) await endSession(tx, accountId, idHash)
}

const hashOf = (session: string): string => tokenHash(readSessionToken(session)?.id ?? '')
