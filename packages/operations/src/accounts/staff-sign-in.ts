import { findFactor, putToken, type StaffAccount, type TokenPurpose } from '@motcua/db'
import { Refused, type SignInProof } from '@motcua/domain'
import { audit } from '../audit/audit.ts'
import { addressOf } from '../identity/limits.ts'
import { openSession } from '../identity/session.ts'
import type { Counter } from '../operation.ts'
import { later, newSecret } from './invitation.ts'

/** Seconds the next step of a sign-in may take. */
const stepSeconds = 10 * 60

/**
 * How far somebody has come: signed in, or asked for one more thing first. The ticket is good once and for ten minutes;
 * it opens no page.
 */
export type StaffSignIn =
  | { readonly session: string }
  | { readonly next: Exclude<TokenPurpose, 'activation'>; readonly ticket: string }

/** What was proved of a member of staff on the way in. */
export interface StaffProof {
  readonly proof: SignInProof
  readonly secondFactor: boolean
}

/**
 * Lets a member of staff go on whose password or official account was proved: to the second factor where they set one
 * up, to a new password where one is demanded (PT20-25.1.2), and in.
 */
export async function letStaffOn(
  counter: Counter,
  account: StaffAccount,
  { proof, secondFactor }: StaffProof,
): Promise<StaffSignIn> {
  const { db, tenant, actor, now } = counter
  if (account.state) throw new Refused({ code: 'account-locked' })
  const factor = secondFactor ? undefined : await db.read(tenant.id, (tx) => findFactor(tx, account.id))
  if (factor?.confirmedAt) return giveTicket(counter, account, 'second-factor')
  if (account.mustChangePassword && proof === 'password') return giveTicket(counter, account, 'new-password')
  const session = await openSession(db, {
    tenant: tenant.id,
    account,
    now,
    facts: { proof, address: addressOf(actor) },
  })
  await db.transact(tenant.id, (tx) =>
    audit(
      { tx, actor, now },
      { deed: 'account:sign-in', thing: 'account', thingId: account.id, detail: { proof, secondFactor } },
    ),
  )
  return { session }
}

async function giveTicket(
  { db, tenant, now }: Counter,
  { id: accountId }: StaffAccount,
  next: Exclude<TokenPurpose, 'activation'>,
): Promise<StaffSignIn> {
  const secret = newSecret()
  const expiresAt = later(now, stepSeconds)
  await db.transact(tenant.id, (tx) => putToken(tx, { secret, accountId, purpose: next, at: now, expiresAt }))
  return { next, ticket: `${tenant.id}.${secret}` }
}
