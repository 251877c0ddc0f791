import {
  deleteDraft,
  emptyCitizen,
  endSessionsOf,
  listDrafts,
  listKept,
  setHolderStanding,
  unlinkIdentities,
  withdrawConsent,
} from '@motcua/db'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { errand } from '../operation.ts'
import { proveAgain } from './prove-again.ts'
import { requireSelfService } from './self-service.ts'
import { tellHolder } from './tell-holder.ts'

/**
 * Gives an account up (TQ25-30.1b). What was filed stays with the dossiers, as the law of archives asks, and is followed
 * by its code; drafts, kept papers, links, addresses and the password are gone.
 */
export const deleteAccount = errand({
  name: 'holder.delete',
  may: 'holder:own',
  input: z.object({ password: z.string().max(1024).optional() }),

  async run(counter, { password }): Promise<void> {
    const { db, tenant, actor, now, portal } = counter
    requireSelfService(tenant, now, 'self-cancel')
    const account = await proveAgain(counter, password)
    await db.transact(tenant.id, async (tx) => {
      await tellHolder({ tx, tenant, now, portal }, account, 'AccountDeleted')
      await endSessionsOf(tx, account.id)
      await unlinkIdentities(tx, account.id)
      for (const draft of await listDrafts(tx, account.id)) await deleteDraft(tx, draft)
      for (const { id } of await listKept(tx, account.id)) await withdrawConsent(tx, account.id, id, now)
      await emptyCitizen(tx, account.id)
      await setHolderStanding(tx, account.id, { standing: 'deleted', since: now })
      await audit({ tx, actor, now }, { deed: 'account:delete', thing: 'account', thingId: account.id })
    })
  },
})
