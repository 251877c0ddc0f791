import {
  confirmFactor,
  countRecoveryCodes,
  dropFactor,
  findFactor,
  forgetAttempts,
  getStaff,
  noteDeed,
  officialsOf,
  putFactor,
  putRecoveryCodes,
  useStep,
  type StaffAccount,
} from '@motcua/db'
import { Refused } from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { staffOf } from '../dossier/reach.ts'
import { attemptKey, limit, signInByLogin } from '../identity/limits.ts'
import { hashPassword, shortestPassword, verifyPassword } from '../identity/password.ts'
import { refuseCommonPassword } from '../identity/password-strength.ts'
import { errand, operation, type Counter, type Room } from '../operation.ts'
import { choosePassword } from './accept-invitation.ts'
import { endOtherSessions } from './own-sessions.ts'
import {
  factorOf,
  newEnrolment,
  newRecoveryCodes,
  plainCode,
  sealingOf,
  stepOf,
  type Enrolment,
} from './totp.ts'

const Password = z.string().max(1024)

/** How an account is kept safe, as its holder sees it. */
export interface OwnSecurity {
  username: string
  secondFactor: boolean
  recoveryCodes: number
  /** Providers of official accounts that sign in to it. */
  officials: string[]
}

export const getOwnSecurity = errand({
  name: 'accounts.ownSecurity',
  may: 'account:own',
  input: z.object({}),

  async run({ db, tenant, actor }): Promise<OwnSecurity> {
    const { accountId } = staffOf(actor)
    return db.read(tenant.id, async (tx) => {
      const factor = await findFactor(tx, accountId)
      return {
        username: (await getStaff(tx, accountId)).username,
        secondFactor: factor?.confirmedAt !== undefined,
        recoveryCodes: await countRecoveryCodes(tx, accountId),
        officials: (await officialsOf(tx, accountId)).map(({ issuer }) => issuer),
      }
    })
  },
})

/** Changes the own password; every other session of the account ends. */
export const changeOwnPassword = errand({
  name: 'accounts.changeOwnPassword',
  may: 'account:own',
  input: z.object({
    current: Password,
    password: z.string().min(shortestPassword).max(1024),
    session: z.string(),
  }),

  async run(counter, { current, password, session }): Promise<void> {
    const { db, tenant, now, actor } = counter
    const account = await proved(counter, current)
    refuseCommonPassword(password, [account.username, account.fullName, tenant.manifest.name])
    if (current === password) throw new Refused({ code: 'password-unchanged' })
    const passwordHash = await hashPassword(password)
    await db.transact(tenant.id, async (tx) => {
      await choosePassword(tx, account, { passwordHash, at: now })
      await endOtherSessions(tx, account.id, session)
      const about = { thing: 'account', thingId: account.id }
      await audit({ tx, actor, now }, { deed: 'account:change-password', ...about })
    })
  },
})

/** Begins a second factor: gives the secret for the authenticator. Nothing changes before a first right code. */
export const beginSecondFactor = operation({
  name: 'accounts.beginSecondFactor',
  may: 'account:own',
  input: z.object({}),

  async run({ tx, tenant, actor, sealing }): Promise<Enrolment> {
    const { accountId } = staffOf(actor)
    if ((await findFactor(tx, accountId))?.confirmedAt)
      throw new Refused({ code: 'second-factor-set-already' })
    const { username } = await getStaff(tx, accountId)
    const enrolment = newEnrolment(`Một cửa ${tenant.manifest.name}`, username)
    await putFactor(tx, accountId, sealingOf(sealing).seal(enrolment.secret, factorOf(tenant.id, accountId)))
    return enrolment
  },
})

/** Turns the second factor on with the first code of the authenticator. @returns recovery codes, shown once */
export const confirmSecondFactor = operation({
  name: 'accounts.confirmSecondFactor',
  may: 'account:own',
  input: z.object({ code: z.string().max(20) }),

  async run(room, { code }): Promise<{ codes: string[] }> {
    const { tx, tenant, actor, now, sealing } = room
    const { accountId, fullName } = staffOf(actor)
    const factor = await findFactor(tx, accountId)
    if (!factor || factor.confirmedAt) throw new Refused({ code: 'wrong-code' })
    const secret = sealingOf(sealing).open(factor.sealedSecret, factorOf(tenant.id, accountId))
    const step = stepOf(secret, code, now)
    if (step === undefined || !(await useStep(tx, accountId, step))) throw new Refused({ code: 'wrong-code' })
    const codes = newRecoveryCodes()
    await confirmFactor(tx, accountId, codes.map(plainCode), now)
    await noteDeed(tx, accountId, { at: now, deed: 'second-factor-set', byId: accountId, byName: fullName })
    await audit(room, { deed: 'account:add-factor', thing: 'account', thingId: accountId })
    return { codes }
  },
})

/** New recovery codes; the earlier ones are no longer good. The password is asked for again. */
export const renewRecoveryCodes = errand({
  name: 'accounts.renewRecoveryCodes',
  may: 'account:own',
  input: z.object({ current: Password }),

  async run(counter, { current }): Promise<{ codes: string[] }> {
    const { db, tenant } = counter
    const { id } = await proved(counter, current)
    const codes = newRecoveryCodes()
    await db.transact(tenant.id, async (tx) => {
      if (!(await findFactor(tx, id))?.confirmedAt) throw new Refused({ code: 'wrong-code' })
      await putRecoveryCodes(tx, id, codes.map(plainCode))
    })
    return { codes }
  },
})

/** Turns the own second factor off. The password is asked for again. */
export const removeSecondFactor = errand({
  name: 'accounts.removeSecondFactor',
  may: 'account:own',
  input: z.object({ current: Password }),

  async run(counter, { current }): Promise<void> {
    const { db, tenant, actor, now } = counter
    const { id, fullName } = await proved(counter, current)
    await db.transact(tenant.id, (tx) => removeFactor({ tx, actor, now }, id, { id, name: fullName }))
  },
})

/** Turns the second factor of somebody off who lost both authenticator and recovery codes. */
export const resetSecondFactor = operation({
  name: 'accounts.resetSecondFactor',
  may: 'account:manage',
  input: z.object({ accountId: z.uuid(), reason: z.string().trim().min(1).max(1000) }),

  async run(room, { accountId, reason }): Promise<void> {
    const { accountId: id, fullName: name } = staffOf(room.actor)
    if (id === accountId) throw new Refused({ code: 'account-own' })
    await getStaff(room.tx, accountId)
    await removeFactor(room, accountId, { id, name, reason })
  },
})

async function removeFactor(
  room: Pick<Room, 'tx' | 'actor' | 'now'>,
  accountId: string,
  by: { id: string; name: string; reason?: string },
): Promise<void> {
  await dropFactor(room.tx, accountId)
  await noteDeed(room.tx, accountId, {
    at: room.now,
    deed: 'second-factor-removed',
    byId: by.id,
    byName: by.name,
    ...(by.reason && { reason: by.reason }),
  })
  await audit(room, { deed: 'account:remove-factor', thing: 'account', thingId: accountId })
}

/** The account of who asks, after the password was proved once more. @throws Refused, TooManyAttempts */
async function proved(counter: Counter, current: string): Promise<StaffAccount> {
  const { db, tenant, actor } = counter
  const { accountId } = staffOf(actor)
  await limit(counter, 'password-again', accountId, signInByLogin)
  const account = await db.read(tenant.id, (tx) => getStaff(tx, accountId))
  if (!(await verifyPassword(account.passwordHash, current))) throw new Refused({ code: 'wrong-password' })
  await db.transact(tenant.id, (tx) => forgetAttempts(tx, attemptKey('password-again', accountId)))
  return account
}
