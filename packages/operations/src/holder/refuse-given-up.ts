import { findHolderStanding, setHolderStanding, type CitizenAccount } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { audit } from '../audit/audit.ts'
import type { Counter } from '../operation.ts'
import { tellHolder } from './tell-holder.ts'

/**
 * An account its holder gave up lets nobody in; one its holder rests does when they say that they take it up again
 * (TQ25-30.1b). @throws Refused
 */
export async function refuseGivenUp(
  counter: Counter,
  account: CitizenAccount,
  resume = false,
): Promise<void> {
  const { db, tenant, actor, now, portal } = counter
  const { id } = account
  const standing = await db.read(tenant.id, (tx) => findHolderStanding(tx, id))
  if (!standing) return
  if (standing.standing === 'deleted' || !resume) throw new Refused({ code: `account-${standing.standing}` })
  await db.transact(tenant.id, async (tx) => {
    await setHolderStanding(tx, id, undefined)
    await tellHolder({ tx, tenant, now, portal }, account, 'AccountResumed')
    await audit({ tx, actor, now }, { deed: 'account:resume', thing: 'account', thingId: id })
  })
}
