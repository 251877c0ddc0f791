import { fromMoment, toMoment } from '@motcua/calendar'
import { putSignInFlow, takeSignInFlow } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client'
import { randomBytes } from 'node:crypto'
import type { Counter } from '../../operation.ts'
import { addressOf, limit, signInByAddress } from '../limits.ts'
import type { IdentityProvider, IdentitySystem, ProvenIdentity } from './identity-provider.ts'

/** Seconds a sign-in may stay with the identity system. */
const flowSeconds = 10 * 60

/** Where to lead the browser, and the secret it keeps meanwhile: only the browser that left may come back. */
export interface BegunFlow {
  readonly url: string
  readonly flow: string
}

/** Sends a browser to an identity system. @throws Refused where the province is not joined to it, TooManyAttempts */
export async function beginFlow(
  counter: Counter,
  system: IdentitySystem,
  { callback, next }: { callback: string; next?: string | undefined },
): Promise<BegunFlow> {
  const provider = providerOf(counter, system)
  const { db, tenant, actor, now } = counter
  await limit(counter, 'sign-in', addressOf(actor), signInByAddress)
  const secrets = {
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    callback,
  }
  const url = await provider.begin(secrets)
  const flow = randomBytes(32).toString('base64url')
  const kept = {
    ...secrets,
    provider: system,
    expiresAt: fromMoment(toMoment(now) + flowSeconds),
    ...(next && { next }),
  }
  await db.transact(tenant.id, (tx) => putSignInFlow(tx, flow, kept, now))
  return { url, flow }
}

/** Who came back. A flow is finished once, by the browser that began it. @throws Refused where nobody is proved */
export async function finishFlow(
  counter: Counter,
  system: IdentitySystem,
  { flow, back }: { flow: string; back: string },
): Promise<{ identity: ProvenIdentity; next?: string }> {
  const provider = providerOf(counter, system)
  const { db, tenant, now } = counter
  const begun = await db.transact(tenant.id, (tx) => takeSignInFlow(tx, flow, now))
  if (!begun || begun.provider !== system || begun.identity) throw new Refused({ code: 'sign-in-expired' })
  const identity = await provider.finish(begun, back)
  return { identity, ...(begun.next && { next: begun.next }) }
}

function providerOf({ identityProvider }: Counter, system: IdentitySystem): IdentityProvider {
  const provider = identityProvider(system)
  if (!provider) throw new Refused({ code: 'sign-in-not-offered' })
  return provider
}
