import type { Instant } from '@motcua/calendar'
import {
  clearPassword,
  findAccount,
  findSignInFlow,
  linkIdentity,
  sessionAdapter,
  takeSignInFlow,
  updateCitizen,
  type CitizenAccount,
  type Tx,
} from '@motcua/db'
import { Refused } from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { fold } from '../catalogue/fold.ts'
import { refuseGivenUp } from '../holder/refuse-given-up.ts'
import { errand, reading, type Counter } from '../operation.ts'
import { enterWith } from './finish-national-sign-in.ts'
import { addressOf, limit, signInByAddress } from './limits.ts'
import type { ProvenIdentity } from './oidc/identity-provider.ts'
import { verifyPassword } from './password.ts'

/** What a person is shown before an account and an identity become one. */
export interface LinkView {
  readonly fullName: string
  /** The account's address, all but its beginning and end hidden. */
  readonly email?: string
  /** Whether the names agree; where they do not, only the password shows that the account is theirs. */
  readonly sameName: boolean
  /** Whether the account has a password to show it with. */
  readonly hasPassword: boolean
}

/** The account that waits for its holder's consent. */
export const getLink = reading({
  name: 'identity.link',
  may: 'identity:enter',
  input: z.object({ consent: z.string().max(200) }),

  async run({ tx, now }, { consent }): Promise<LinkView> {
    const { identity, account } = await waiting(tx, await findSignInFlow(tx, consent, now))
    const { fullName, email, passwordHash } = account
    return {
      fullName,
      ...(email && { email: masked(email) }),
      sameName: isSameName(identity, account),
      hasPassword: passwordHash !== undefined,
    }
  },
})

/**
 * Makes an account and a proved identity one, with the holder's consent (AMB-35). Who knows the password keeps it. Who
 * does not is believed for a level 2 identity with the same name and number: then the account's password and its
 * sessions end, and its addresses become those of the identity, so that nobody who opened it in another's name stays in.
 */
export const linkAccount = errand({
  name: 'identity.linkAccount',
  may: 'identity:enter',
  input: z.object({ consent: z.string().max(200), password: z.string().max(1024).optional() }),

  async run(counter, { consent, password }): Promise<{ session: string; next?: string }> {
    const { db, tenant, actor, now } = counter
    await limit(counter, 'sign-in', addressOf(actor), signInByAddress)
    const found = await db.read(tenant.id, async (tx) => {
      const flow = await findSignInFlow(tx, consent, now)
      return { ...(await waiting(tx, flow)), next: flow?.next }
    })
    const { identity, account, next } = found
    await refuseGivenUp(counter, account)
    const knows = password ? await provesPassword(account, password) : false
    if (!knows) mayLinkUnknown(identity, account)

    await db.transact(tenant.id, async (tx) => {
      if (!(await takeSignInFlow(tx, consent, now))) throw new Refused({ code: 'sign-in-expired' })
      const { provider, subject, level } = identity
      const linked = await linkIdentity(tx, { provider, subject, level, accountId: account.id }, now)
      if (!linked) throw new Refused({ code: 'identity-linked-already' })
      if (!knows) await takeOver(tx, account, identity, now)
      await audit(
        { tx, actor, now },
        {
          deed: 'account:link',
          thing: 'account',
          thingId: account.id,
          detail: { provider, level, password: knows },
        },
      )
    })
    const { fullName } = identity
    return {
      session: await enterWith(counter, { ...account, fullName }, identity),
      ...(next !== undefined && { next }),
    }
  },
})

async function waiting(
  tx: Tx,
  flow: Awaited<ReturnType<typeof findSignInFlow>>,
): Promise<{ identity: ProvenIdentity; account: CitizenAccount }> {
  const identity = flow?.identity as ProvenIdentity | undefined
  const account = identity?.citizenId && (await findAccount(tx, 'citizenId', identity.citizenId))
  if (!identity || !account || account.kind !== 'citizen') throw new Refused({ code: 'sign-in-expired' })
  return { identity, account }
}

async function provesPassword({ passwordHash }: CitizenAccount, password: string): Promise<boolean> {
  const right = await verifyPassword(passwordHash, password)
  if (!right) throw new Refused({ code: 'wrong-login' })
  return true
}

function mayLinkUnknown(identity: ProvenIdentity, account: CitizenAccount): void {
  if (identity.level < 2) throw new Refused({ code: 'identity-level-too-low' })
  if (!isSameName(identity, account)) throw new Refused({ code: 'identity-differs' })
}

function isSameName(a: { fullName: string }, b: { fullName: string }): boolean {
  return fold(a.fullName) === fold(b.fullName)
}

async function takeOver(
  tx: Tx,
  account: CitizenAccount,
  identity: ProvenIdentity,
  now: Instant,
): Promise<void> {
  const { phone, email } = identity
  const free = async (key: 'phone' | 'email', value: string | undefined) => {
    const holder = value === undefined ? undefined : await findAccount(tx, key, value)
    return value !== undefined && (!holder || holder.id === account.id) ? value : null
  }
  await clearPassword(tx, account.id)
  await updateCitizen(tx, account.id, {
    phone: await free('phone', phone),
    email: await free('email', email),
  })
  await sessionAdapter(tx, () => now).deleteUserSessions(account.id)
}

function masked(email: string): string {
  const [name = '', domain = ''] = email.split('@')
  return `${name.slice(0, 2)}…@${domain}`
}
