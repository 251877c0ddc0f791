import { fromMoment, toMoment } from '@motcua/calendar'
import { getAccount, type CitizenAccount } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { citizenOf } from '../drafts/own-draft.ts'
import { limit, signInByLogin } from '../identity/limits.ts'
import { verifyPassword } from '../identity/password.ts'
import type { Counter } from '../operation.ts'

/** Seconds for which having signed in with the national identity is proof enough. */
const freshSeconds = 15 * 60

/**
 * The holder who acts, proved once more: whoever finds an open browser shall not change how its owner signs in. The
 * password shows it, or a sign-in with the national identity a short while ago. @throws Refused, TooManyAttempts
 */
export async function proveAgain(counter: Counter, password: string | undefined): Promise<CitizenAccount> {
  const { db, tenant, actor, now } = counter
  const { accountId, proof, provedAt } = citizenOf(actor)
  const account = (await db.read(tenant.id, (tx) => getAccount(tx, accountId))) as CitizenAccount
  if (provedAt && proof?.startsWith('eid') && fromMoment(toMoment(provedAt) + freshSeconds) > now)
    return account
  if (account.passwordHash === undefined) throw new Refused({ code: 'sign-in-again' })
  await limit(counter, 'prove-again', accountId, signInByLogin)
  if (!(await verifyPassword(account.passwordHash, password ?? '')))
    throw new Refused({ code: 'wrong-password' })
  return account
}
