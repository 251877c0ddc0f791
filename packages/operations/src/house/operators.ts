import { randomUUID } from 'node:crypto'
import { fromMoment, toMoment, type Instant } from '@motcua/calendar'
import {
  acceptOperatorInvitation,
  findInvitedOperator,
  findOperator,
  forgetAttempts,
  inviteOperator as putInvited,
  listOperators as list,
  lockOperator as lock,
  tokenHash,
} from '@motcua/db'
import { Refused } from '@motcua/domain'
import { z } from 'zod'
import { addressOf, attemptKey, limit, signInByAddress, signInByLogin } from '../identity/limits.ts'
import { hashPassword, shortestPassword, verifyPassword } from '../identity/password.ts'
import { atTheDoor, houseName, houseOperation, noteDeed } from './house-operation.ts'
import { closeOperatorSession, openOperatorSession } from './operator-session.ts'
import { newSecret } from './secret.ts'

/** Days within which an invitation is to be accepted. */
export const invitationDays = 7

export const daysLater = (now: Instant, days: number): Instant => fromMoment(toMoment(now) + days * 86_400)

const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,59}$/)
const FullName = z.string().trim().min(1).max(120)
const Password = z.string().min(shortestPassword).max(1024)

/** Signs an operator in. The same answer after the same work, whether the name is unknown or the password wrong. */
export const signInOperator = houseOperation({
  name: 'house.signIn',
  may: 'house:enter',
  input: z.object({ username: z.string().trim().max(200), password: z.string().max(1024) }),

  async run(house, { username, password }): Promise<{ session: string }> {
    const { db, actor, now } = house
    const login = `operator ${username.toLowerCase()}`
    await limit(atTheDoor(house), 'sign-in', addressOf(actor), signInByAddress)
    await limit(atTheDoor(house), 'sign-in-as', login, signInByLogin)
    const operator = await db.inHouse((tx) => findOperator(tx, username))
    const right = await verifyPassword(operator?.passwordHash, password)
    if (!operator || !right || operator.lockedAt) throw new Refused({ code: 'wrong-login' })
    await db.transact(houseName, (tx) => forgetAttempts(tx, attemptKey('sign-in-as', login)))
    await db.inHouse((tx) =>
      noteDeed(
        tx,
        { actor: { ...operator, kind: 'operator', operatorId: operator.id, address: '' }, now },
        {
          deed: 'sign-in',
          thing: operator.username,
        },
      ),
    )
    return { session: await openOperatorSession(db, operator.id, now) }
  },
})

/** Ends the session it is called with. */
export const signOutOperator = houseOperation({
  name: 'house.signOut',
  may: 'house:enter',
  input: z.object({ session: z.string() }),

  async run({ db }, { session }): Promise<void> {
    await closeOperatorSession(db, session)
  },
})

/** Who runs the house. */
export const listOperators = houseOperation({
  name: 'house.listOperators',
  may: 'house:operators',
  input: z.void(),

  async run({ db }): Promise<OperatorView[]> {
    const operators = await db.inHouse(list)
    return operators.map(({ id, username, fullName, passwordHash, lockedAt }) => ({
      id,
      username,
      fullName,
      state: lockedAt ? 'locked' : passwordHash ? 'active' : 'invited',
    }))
  },
})

export interface OperatorView {
  id: string
  username: string
  fullName: string
  state: 'active' | 'invited' | 'locked'
}

/** Invites somebody to run the house. @returns the secret of the link, which works once */
export const inviteOperator = houseOperation({
  name: 'house.inviteOperator',
  may: 'house:operators',
  input: z.object({ username: Username, fullName: FullName }),

  async run(house, { username, fullName }): Promise<{ token: string; expiresAt: Instant }> {
    const { db, now } = house
    const token = newSecret()
    const expiresAt = daysLater(now, invitationDays)
    await db.inHouse(async (tx) => {
      const invitationHash = tokenHash(token)
      const invited = { id: randomUUID(), username, fullName, invitationHash, expiresAt, at: now }
      if (!(await putInvited(tx, invited))) throw new Refused({ code: 'operator-there-already' })
      await noteDeed(tx, house, { deed: 'invite-operator', thing: username })
    })
    return { token, expiresAt }
  },
})

/** Whom an invitation is for; refused where it works no longer. */
export const operatorInvitation = houseOperation({
  name: 'house.operatorInvitation',
  may: 'house:enter',
  input: z.object({ token: z.string().max(100) }),

  async run(house, { token }): Promise<{ username: string; fullName: string }> {
    const { db, now, actor } = house
    await limit(atTheDoor(house), 'invitation', addressOf(actor), signInByAddress)
    const invited = await db.inHouse((tx) => findInvitedOperator(tx, tokenHash(token), now))
    if (!invited) throw new Refused({ code: 'invitation-void' })
    return { username: invited.username, fullName: invited.fullName }
  },
})

/** The invited person chooses a password and is signed in. */
export const acceptOperator = houseOperation({
  name: 'house.acceptOperator',
  may: 'house:enter',
  input: z.object({ token: z.string().max(100), password: Password }),

  async run(house, { token, password }): Promise<{ session: string }> {
    const { db, now, actor } = house
    await limit(atTheDoor(house), 'invitation', addressOf(actor), signInByAddress)
    const invitationHash = tokenHash(token)
    const passwordHash = await hashPassword(password)
    const operator = await db.inHouse(async (tx) => {
      const invited = await findInvitedOperator(tx, invitationHash, now)
      if (!invited || !(await acceptOperatorInvitation(tx, { invitationHash, passwordHash, now })))
        throw new Refused({ code: 'invitation-void' })
      const who = {
        kind: 'operator',
        operatorId: invited.id,
        fullName: invited.fullName,
        address: '',
      } as const
      await noteDeed(tx, { actor: who, now }, { deed: 'accept-invitation', thing: invited.username })
      return invited
    })
    return { session: await openOperatorSession(db, operator.id, now) }
  },
})

/** Locks an operator out, or lets one in again; nobody locks out themselves. */
export const lockOperator = houseOperation({
  name: 'house.lockOperator',
  may: 'house:operators',
  input: z.object({ id: z.uuid(), locked: z.boolean() }),

  async run(house, { id, locked }): Promise<void> {
    const { db, now, actor } = house
    if (actor.kind === 'operator' && actor.operatorId === id)
      throw new Refused({ code: 'second-person-needed' })
    await db.inHouse(async (tx) => {
      await lock(tx, id, locked ? now : null)
      await noteDeed(tx, house, { deed: locked ? 'lock-operator' : 'unlock-operator', thing: id })
    })
  },
})
