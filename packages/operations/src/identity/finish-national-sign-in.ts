import { randomBytes, randomUUID } from 'node:crypto'
import { fromMoment, toMoment, type CivilDate } from '@motcua/calendar'
import {
  createAccount,
  findAccount,
  findByIdentity,
  linkIdentity,
  putSignInFlow,
  useIdentity,
  type CitizenAccount,
} from '@motcua/db'
import { Conflict, Refused } from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { refuseGivenUp } from '../holder/refuse-given-up.ts'
import { errand, type Counter } from '../operation.ts'
import { addressOf } from './limits.ts'
import { noteSignIn } from './note-sign-in.ts'
import { finishFlow } from './oidc/flow.ts'
import type { ProvenIdentity } from './oidc/identity-provider.ts'
import { openSession } from './session.ts'

/** Seconds a person has to say whether an account of theirs may be linked. */
const consentSeconds = 15 * 60

/** Signed in, or asked first whether the account that is there already may be linked. */
export type NationalSignIn =
  { readonly session: string; readonly next?: string } | { readonly consent: string; readonly next?: string }

/**
 * Takes back who went to the national electronic identity. Who was linked is signed in; who is new here gets an account
 * of that identity; where an account has the same citizen number, its holder is asked before both become one (AMB-35).
 */
export const finishNationalSignIn = errand({
  name: 'identity.finishNationalSignIn',
  may: 'identity:enter',
  input: z.object({
    flow: z.string().max(200),
    back: z.string().max(8000),
    /** Takes up again an account its holder rested. */
    resume: z.boolean().optional(),
  }),

  async run(counter, { resume, ...input }): Promise<NationalSignIn> {
    const { db, tenant, now } = counter
    const { identity, next } = await finishFlow(counter, 'vneid', input)
    const { provider, subject, citizenId } = identity
    if (citizenId === undefined) throw new Refused({ code: 'identity-not-proven' })
    const { linked, there } = await db.read(tenant.id, async (tx) => ({
      linked: await findByIdentity(tx, provider, subject),
      there: await findAccount(tx, 'citizenId', citizenId),
    }))
    const goOn = next === undefined ? {} : { next }
    if (linked) {
      await refuseGivenUp(counter, linked as CitizenAccount, resume)
      await db.transact(tenant.id, (tx) => useIdentity(tx, identity, now))
      return { session: await enterWith(counter, linked as CitizenAccount, identity), ...goOn }
    }
    if (there) return { consent: await askFirst(counter, identity, next), ...goOn }
    return { session: await enterWith(counter, await newAccount(counter, identity), identity), ...goOn }
  },
})

/** Opens the session of a person whose electronic identity was proved. */
export async function enterWith(
  counter: Counter,
  account: CitizenAccount,
  { level }: ProvenIdentity,
): Promise<string> {
  const { db, tenant, actor, now } = counter
  const facts = { proof: level === 2 ? 'eid-2' : 'eid-1', address: addressOf(actor) } as const
  const session = await openSession(db, { tenant: tenant.id, account, now, facts })
  await noteSignIn(counter, account, facts.proof)
  return session
}

/** Keeps whom the identity system named, until that person has answered. @returns the browser's secret */
async function askFirst(
  { db, tenant, now }: Counter,
  identity: ProvenIdentity,
  next: string | undefined,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const flow = {
    provider: identity.provider,
    state: '',
    nonce: '',
    verifier: '',
    callback: '',
    identity: { ...identity },
    expiresAt: fromMoment(toMoment(now) + consentSeconds),
    ...(next !== undefined && { next }),
  }
  await db.transact(tenant.id, (tx) => putSignInFlow(tx, secret, flow, now))
  return secret
}

/** An account of this identity: it has no password, and addresses only where no other account has them. */
async function newAccount(counter: Counter, identity: ProvenIdentity): Promise<CitizenAccount> {
  const { db, tenant, now, actor } = counter
  return db.transact(tenant.id, async (tx) => {
    const { fullName, birthDate, phone, email } = identity
    const free = async (key: 'phone' | 'email', value: string | undefined) =>
      value !== undefined && !(await findAccount(tx, key, value)) ? { [key]: value } : {}
    const account = {
      kind: 'citizen',
      id: randomUUID(),
      fullName,
      citizenId: identity.citizenId!,
      ...(birthDate && { birthDate: birthDate as CivilDate }),
      ...(await free('phone', phone)),
      ...(await free('email', email)),
    } as CitizenAccount
    if (await createAccount(tx, account, now)) throw new Conflict('account')
    await linkIdentity(tx, { ...identity, accountId: account.id }, now)
    await audit(
      { tx, actor, now },
      {
        deed: 'account:link',
        thing: 'account',
        thingId: account.id,
        detail: { provider: identity.provider, level: identity.level, new: true },
      },
    )
    return account
  })
}
