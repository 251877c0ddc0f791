import {
  findToken,
  forgetAttempts,
  getStaff,
  takeToken,
  type StaffAccount,
  type TokenPurpose,
} from '@motcua/db'
import { Refused } from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { addressOf, attemptKey, limit, signInByAddress } from '../identity/limits.ts'
import { hashPassword, shortestPassword, verifyPassword } from '../identity/password.ts'
import { refuseCommonPassword } from '../identity/password-strength.ts'
import { errand, type Counter } from '../operation.ts'
import { choosePassword } from './accept-invitation.ts'
import { readInvitation } from './invitation.ts'
import { letStaffOn, type StaffSignIn } from './staff-sign-in.ts'
import { checkCode, codesByAccount } from './totp.ts'

const Ticket = z.string().max(200)

/** Goes on with the code of the authenticator, or with a recovery code. A wrong one leaves the ticket good. */
export const enterSecondFactor = errand({
  name: 'accounts.enterSecondFactor',
  may: 'identity:enter',
  input: z.object({ ticket: Ticket, code: z.string().max(60) }),

  async run(counter, { ticket, code }): Promise<StaffSignIn> {
    const { db, tenant, actor, now } = counter
    const secret = await secretIn(counter, ticket)
    const account = await holderOf(counter, secret, 'second-factor')
    await limit(counter, 'second-factor', account.id, codesByAccount)
    const right = await db.transact(tenant.id, (tx) => checkCode({ ...counter, tx }, account.id, code))
    if (!right) {
      await db.transact(tenant.id, (tx) =>
        audit(
          { tx, actor, now },
          {
            deed: 'account:sign-in-failed',
            thing: 'account',
            thingId: account.id,
            detail: { step: 'second-factor' },
          },
        ),
      )
      throw new Refused({ code: 'wrong-code' })
    }
    await db.transact(tenant.id, async (tx) => {
      if (!(await takeToken(tx, { secret, purpose: 'second-factor', at: now })))
        throw new Refused({ code: 'invitation-not-good' })
      await forgetAttempts(tx, attemptKey('second-factor', account.id))
    })
    return letStaffOn(counter, account, { proof: 'password', secondFactor: true })
  },
})

/** Goes on with a new password, where one was demanded; the old one is no new one (PT20-25.1.2). */
export const enterNewPassword = errand({
  name: 'accounts.enterNewPassword',
  may: 'identity:enter',
  input: z.object({ ticket: Ticket, password: z.string().min(shortestPassword).max(1024) }),

  async run(counter, { ticket, password }): Promise<StaffSignIn> {
    const { db, tenant, now } = counter
    const secret = await secretIn(counter, ticket)
    const account = await holderOf(counter, secret, 'new-password')
    refuseCommonPassword(password, [account.username, account.fullName, tenant.manifest.name])
    if (await verifyPassword(account.passwordHash, password))
      throw new Refused({ code: 'password-unchanged' })
    const passwordHash = await hashPassword(password)
    await db.transact(tenant.id, async (tx) => {
      if (!(await takeToken(tx, { secret, purpose: 'new-password', at: now })))
        throw new Refused({ code: 'invitation-not-good' })
      await choosePassword(tx, account, { passwordHash, at: now })
    })
    const { mustChangePassword: _, ...changed } = account
    // Whoever holds this ticket has passed the second factor, where there is one.
    return letStaffOn(counter, changed, { proof: 'password', secondFactor: true })
  },
})

async function secretIn(counter: Counter, ticket: string): Promise<string> {
  await limit(counter, 'sign-in', addressOf(counter.actor), signInByAddress)
  const read = readInvitation(ticket)
  if (read?.tenant !== counter.tenant.id) throw new Refused({ code: 'invitation-not-good' })
  return read.secret
}

/** @throws Refused also where the account was locked meanwhile */
function holderOf(
  { db, tenant, now }: Counter,
  secret: string,
  purpose: TokenPurpose,
): Promise<StaffAccount> {
  return db.read(tenant.id, async (tx) => {
    const id = await findToken(tx, { secret, purpose, at: now })
    const account = id === undefined ? undefined : await getStaff(tx, id)
    if (!account || account.state) throw new Refused({ code: 'invitation-not-good' })
    return account
  })
}
