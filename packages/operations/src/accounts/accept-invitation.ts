import { findToken, getAccount, noteDeed, setPassword, takeToken, type Account, type Tx } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { z } from 'zod'
import { addressOf, limit } from '../identity/limits.ts'
import { hashPassword, shortestPassword } from '../identity/password.ts'
import { refuseCommonPassword } from '../identity/password-strength.ts'
import { errand, type Counter } from '../operation.ts'
import { readInvitation } from './invitation.ts'

/** Trying invitations, by network address: nobody guesses 192 bits, but nobody need try. */
const invitationsByAddress = { most: 30, windowSeconds: 15 * 60 }

/** Whose account an invitation is for, as its page shows it. */
export interface InvitationView {
  username: string
  fullName: string
  /** Name of the province. */
  tenant: string
}

/** Reads an invitation, which stays good. */
export const getInvitation = errand({
  name: 'accounts.getInvitation',
  may: 'identity:enter',
  input: z.object({ token: z.string().max(200) }),

  async run(counter, { token }): Promise<InvitationView> {
    const { db, tenant, now } = counter
    const secret = await secretOf(counter, token)
    const account = await db.read(tenant.id, async (tx) => {
      const id = await findToken(tx, { secret, purpose: 'activation', at: now })
      return id === undefined ? undefined : getAccount(tx, id)
    })
    const { username, fullName } = inviteeOf(account)
    return { username, fullName, tenant: tenant.manifest.name }
  },
})

/** Takes an invitation up: its holder chooses the password, and the invitation is used (PT20-25.1.2, AMB-35). */
export const acceptInvitation = errand({
  name: 'accounts.acceptInvitation',
  may: 'identity:enter',
  input: z.object({ token: z.string().max(200), password: z.string().min(shortestPassword).max(1024) }),

  async run(counter, { token, password }): Promise<{ username: string }> {
    const { db, tenant, now } = counter
    const secret = await secretOf(counter, token)
    const passwordHash = await hashPassword(password)
    return db.transact(tenant.id, async (tx) => {
      const id = await takeToken(tx, { secret, purpose: 'activation', at: now })
      const account = inviteeOf(id === undefined ? undefined : await getAccount(tx, id))
      // Nothing is written where this throws: the invitation stays good for a better password.
      refuseCommonPassword(password, [account.username, account.fullName, tenant.manifest.name])
      await choosePassword(tx, account, { passwordHash, at: now })
      return { username: account.username }
    })
  },
})

/** Gives an account the password its holder chose. */
export async function choosePassword(
  tx: Tx,
  { id, fullName }: Pick<Account, 'id' | 'fullName'>,
  { passwordHash, at }: { passwordHash: string; at: Counter['now'] },
): Promise<void> {
  await setPassword(tx, id, passwordHash)
  await noteDeed(tx, id, { at, deed: 'password-chosen', byId: id, byName: fullName })
}

async function secretOf(counter: Counter, text: string): Promise<string> {
  await limit(counter, 'invitation', addressOf(counter.actor), invitationsByAddress)
  const token = readInvitation(text)
  if (token?.tenant !== counter.tenant.id) throw new Refused({ code: 'invitation-not-good' })
  return token.secret
}

/** The account of an invitation, unless it was locked or revoked meanwhile. */
function inviteeOf(account: Account | undefined): Extract<Account, { kind: 'staff' }> {
  if (account?.kind === 'staff' && !account.state) return account
  throw new Refused({ code: 'invitation-not-good' })
}
