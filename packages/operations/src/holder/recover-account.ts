import { randomBytes } from 'node:crypto'
import { fromMoment, toMoment } from '@motcua/calendar'
import {
  endSessionsOf,
  findAddressProof,
  findByLogin,
  findHolderStanding,
  getAccount,
  putAddressProof,
  setHolderStanding,
  setPassword,
  useAddressProof,
  type CitizenAccount,
} from '@motcua/db'
import { Refused } from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { addressOf, limit, recoverByLogin, signInByAddress } from '../identity/limits.ts'
import { refuseCommonPassword } from '../identity/password-strength.ts'
import { hashPassword, shortestPassword } from '../identity/password.ts'
import { errand, reading } from '../operation.ts'
import { tellHolder } from './tell-holder.ts'

/** Seconds a link to choose a new password is good. */
const linkSeconds = 30 * 60

/**
 * Sends a link to choose a new password to the address of an account. The answer is the same whether there is such an
 * account or not; an account that was given up, or has no address, is sent nothing.
 */
export const askRecovery = errand({
  name: 'holder.askRecovery',
  may: 'identity:enter',
  input: z.object({ login: z.string().trim().min(1).max(200) }),

  async run(counter, { login }): Promise<void> {
    const { db, tenant, actor, now, portal } = counter
    const known = login.includes('@') ? login : login.replace(/[\s.]/g, '')
    await limit(counter, 'recover', addressOf(actor), signInByAddress)
    await limit(counter, 'recover-as', known.toLowerCase(), recoverByLogin)
    await db.transact(tenant.id, async (tx) => {
      const account = await findByLogin(tx, known)
      if (!account || (await findHolderStanding(tx, account.id))?.standing === 'deleted') return
      const secret = randomBytes(32).toString('base64url')
      const sent = await tellHolder({ tx, tenant, now, portal }, account, 'AccountRecovery', {
        words: { link: `${portal}/recovery/${secret}` },
        secret: true,
      })
      if (sent.length === 0) return
      const expiresAt = fromMoment(toMoment(now) + linkSeconds)
      await putAddressProof(tx, { secret, accountId: account.id, purpose: 'recovery', expiresAt }, now)
    })
  },
})

/** Whether a link to choose a new password is still good. */
export const checkRecovery = reading({
  name: 'holder.checkRecovery',
  may: 'identity:enter',
  input: z.object({ secret: z.string().max(200) }),

  async run({ tx, now }, { secret }): Promise<{ good: boolean }> {
    return { good: (await findAddressProof(tx, secret, now))?.purpose === 'recovery' }
  },
})

/**
 * Chooses a new password by the link that was sent. The link is used up, every browser is signed out, and an account
 * its holder had rested is taken up again.
 */
export const finishRecovery = errand({
  name: 'holder.finishRecovery',
  may: 'identity:enter',
  input: z.object({ secret: z.string().max(200), password: z.string().min(shortestPassword).max(1024) }),

  async run(counter, { secret, password }): Promise<void> {
    const { db, tenant, actor, now, portal } = counter
    await limit(counter, 'recover', addressOf(actor), signInByAddress)
    const proof = await db.read(tenant.id, (tx) => findAddressProof(tx, secret, now))
    if (proof?.purpose !== 'recovery') throw new Refused({ code: 'proof-expired' })
    const account = (await db.read(tenant.id, (tx) => getAccount(tx, proof.accountId))) as CitizenAccount
    refuseCommonPassword(password, [account.fullName, account.email ?? '', account.phone ?? ''])
    const passwordHash = await hashPassword(password)
    await db.transact(tenant.id, async (tx) => {
      if (!(await useAddressProof(tx, secret, now))) throw new Refused({ code: 'proof-expired' })
      await setPassword(tx, account.id, passwordHash)
      await setHolderStanding(tx, account.id, undefined)
      await endSessionsOf(tx, account.id)
      await tellHolder({ tx, tenant, now, portal }, account, 'AccountChanged')
      await audit({ tx, actor, now }, { deed: 'account:recover', thing: 'account', thingId: account.id })
    })
  },
})
