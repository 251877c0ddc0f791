import { fromMoment, toMoment, type Instant } from '@motcua/calendar'
import { addSecret, closeApiAlert, endSecrets, getKeyForUpdate } from '@motcua/db'
import {
  activateKey as decideActivation,
  longestOverlapDays,
  mayRotate,
  NotFound,
  Refused,
  revokeKey as decideRevocation,
  setKeyTerms as decideTerms,
} from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { operation, type Room } from '../operation.ts'
import { changeStored, longestText, managerOf } from './change.ts'
import { keyLaw } from './key-law.ts'
import { Terms, termsOf } from './key-terms.ts'
import { newSecret } from './secret.ts'
import type { IssuedSecret } from './views.ts'

/** Sets what a key may do, how often, from where and until when. It holds from the next call on. */
export const setKeyTerms = operation({
  name: 'keys.setTerms',
  may: 'key:manage',
  input: Terms.extend({ keyId: z.uuid() }),

  async run(room, { keyId, ...terms }): Promise<void> {
    await changeStored(room, keyId, (key) => decideTerms(key, termsOf(terms, room.now)))
    const { calls, seconds, scopes } = terms
    const detail = { calls, seconds, scopes, addresses: terms.addresses.length }
    await audit(room, { deed: 'api-key:change', thing: 'api-key', thingId: keyId, detail })
  },
})

/** Puts a key to use and gives its first secret, shown this once. @throws Refused without a limit (TQ25-8.3) */
export const activateKey = operation({
  name: 'keys.activate',
  may: 'key:manage',
  input: z.object({ keyId: z.uuid() }),

  async run(room, { keyId }): Promise<IssuedSecret> {
    const { tenant, now, actor } = room
    const { basis } = keyLaw(tenant, now).limit
    const deed = { at: now, by: managerOf(actor).fullName }
    await changeStored(room, keyId, (key) => decideActivation(key, deed, { basis }))
    await audit(room, { deed: 'api-key:activate', thing: 'api-key', thingId: keyId })
    return issue(room, keyId, now)
  },
})

/** Gives a key a new secret. The one before it opens as well for so many days; with none, it ends now. */
export const rotateKey = operation({
  name: 'keys.rotate',
  may: 'key:manage',
  input: z.object({ keyId: z.uuid(), overlapDays: z.int().min(0).max(longestOverlapDays) }),

  async run(room, { keyId, overlapDays }): Promise<IssuedSecret> {
    const { key } = await getKeyForUpdate(room.tx, keyId)
    const refusal = mayRotate(key)
    if (refusal) throw new Refused(refusal)
    const endsAt = fromMoment(toMoment(room.now) + overlapDays * 86_400)
    await audit(room, { deed: 'api-key:rotate', thing: 'api-key', thingId: keyId, detail: { overlapDays } })
    return { ...(await issue(room, keyId, endsAt)), previousEndsAt: endsAt }
  },
})

/** Ends a key for good, at once: what calls with it now is the last. */
export const revokeKey = operation({
  name: 'keys.revoke',
  may: 'key:manage',
  input: z.object({ keyId: z.uuid(), reason: z.string().trim().min(1).max(longestText) }),

  async run(room, { keyId, reason }): Promise<void> {
    const { tx, now, actor } = room
    const deed = { at: now, by: managerOf(actor).fullName }
    await changeStored(room, keyId, (key) => decideRevocation(key, deed, reason))
    await endSecrets(tx, keyId, now)
    await audit(room, { deed: 'api-key:revoke', thing: 'api-key', thingId: keyId, detail: { reason } })
  },
})

/** Marks what looked abnormal as seen to. */
export const settleApiAlert = operation({
  name: 'keys.settleAlert',
  may: 'key:manage',
  input: z.object({ alertId: z.uuid() }),

  async run({ tx, now, actor }, { alertId }): Promise<void> {
    const closed = await closeApiAlert(tx, alertId, { at: now, by: managerOf(actor).fullName })
    if (!closed) throw new NotFound('alert')
  },
})

async function issue({ tx, now }: Room, keyId: string, oldEndAt: Instant): Promise<IssuedSecret> {
  const { text, id, hash } = newSecret()
  await addSecret(tx, { id, keyId, hash, issuedAt: now }, oldEndAt)
  return { keyId, secret: text }
}
