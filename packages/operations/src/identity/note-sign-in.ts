import type { Account } from '@motcua/db'
import type { SignInProof } from '@motcua/domain'
import { audit } from '../audit/audit.ts'
import type { Counter } from '../operation.ts'

/** Leaves in the trail that somebody signed in, and how they proved who they are. */
export async function noteSignIn(
  { db, tenant, actor, now }: Counter,
  { id }: Account,
  proof: SignInProof,
): Promise<void> {
  const deed = { deed: 'account:sign-in', thing: 'account', thingId: id, detail: { proof } } as const
  await db.transact(tenant.id, (tx) => audit({ tx, actor, now }, deed))
}

/**
 * Leaves in the trail that a sign-in failed. A login nobody has takes the same work and is kept by its hash: neither the
 * time taken nor the trail tells what was typed.
 */
export async function noteFailedSignIn(
  { db, tenant, actor, now }: Counter,
  tried: { readonly account: Account | undefined; readonly key: string },
): Promise<void> {
  const [thing, thingId] = tried.account ? ['account', tried.account.id] : ['login', tried.key]
  const deed = { deed: 'account:sign-in-failed', thing, thingId, detail: { step: 'password' } } as const
  await db.transact(tenant.id, (tx) => audit({ tx, actor, now }, deed))
}
