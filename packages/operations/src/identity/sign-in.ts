import { findByLogin, findStaff, forgetAttempts, type Account, type Tx } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { z } from 'zod'
import { refuseGivenUp } from '../holder/refuse-given-up.ts'
import { letStaffOn, type StaffSignIn } from '../accounts/staff-sign-in.ts'
import { errand, type Counter } from '../operation.ts'
import { addressOf, attemptKey, limit, signInByAddress, signInByLogin } from './limits.ts'
import { noteFailedSignIn, noteSignIn } from './note-sign-in.ts'
import { verifyPassword } from './password.ts'
import { openSession } from './session.ts'

/** Signs a person in with their e-mail address, telephone number or citizen number. */
export const signIn = errand({
  name: 'identity.signIn',
  may: 'identity:enter',
  input: z.object({
    login: z.string().trim().max(200),
    password: z.string().max(1024),
    /** Takes up again an account its holder rested. */
    resume: z.boolean().optional(),
  }),

  async run(counter, { login, password, resume }): Promise<{ session: string }> {
    // Numbers are typed with spaces and dots; an e-mail address has none to lose.
    const known = login.includes('@') ? login : login.replace(/[\s.]/g, '')
    const who = { kind: 'citizen', login: known, password } as const
    const account = await proved(counter, who, (tx) => findByLogin(tx, known))
    await refuseGivenUp(counter, account, resume)
    const { db, tenant, actor, now } = counter
    const facts = { proof: 'password', address: addressOf(actor) } as const
    const session = await openSession(db, { tenant: tenant.id, account, now, facts })
    await noteSignIn(counter, account, 'password')
    return { session }
  },
})

/** Signs a member of staff in with their user name. */
export const signInStaff = errand({
  name: 'identity.signInStaff',
  may: 'identity:enter',
  input: z.object({ username: z.string().trim().max(200), password: z.string().max(1024) }),

  async run(counter, { username, password }): Promise<StaffSignIn> {
    const who = { kind: 'staff', login: username, password } as const
    const account = await proved(counter, who, (tx) => findStaff(tx, username))
    return letStaffOn(counter, account, { proof: 'password', secondFactor: false })
  },
})

/** The same answer after the same work, whether the login is unknown or the password wrong. */
async function proved<Found extends Account>(
  counter: Counter,
  { kind, login, password }: { kind: Account['kind']; login: string; password: string },
  find: (tx: Tx) => Promise<Found | undefined>,
): Promise<Found> {
  const { db, tenant, actor } = counter
  const ofLogin = `${kind} ${login.toLowerCase()}`
  await limit(counter, 'sign-in', addressOf(actor), signInByAddress)
  await limit(counter, 'sign-in-as', ofLogin, signInByLogin)
  const account = await db.read(tenant.id, find)
  const right = await verifyPassword(account?.passwordHash, password)
  if (!account || !right) {
    await noteFailedSignIn(counter, { account, key: attemptKey('sign-in-as', ofLogin) })
    throw new Refused({ code: 'wrong-login' })
  }
  // Told only to who knows the password: nobody learns of a lock by trying names.
  if (account.state) throw new Refused({ code: 'account-locked' })
  await db.transact(tenant.id, (tx) => forgetAttempts(tx, attemptKey('sign-in-as', ofLogin)))
  return account
}
