import { endSessionsOf, setHolderStanding } from '@motcua/db'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { errand } from '../operation.ts'
import { proveAgain } from './prove-again.ts'
import { requireSelfService } from './self-service.ts'
import { tellHolder } from './tell-holder.ts'

/** Rests an account: nobody signs in until its holder takes it up again (TQ25-30.1b). Dossiers go on as they are. */
export const restAccount = errand({
  name: 'holder.rest',
  may: 'holder:own',
  input: z.object({ password: z.string().max(1024).optional() }),

  async run(counter, { password }): Promise<void> {
    const { db, tenant, actor, now, portal } = counter
    requireSelfService(tenant, now, 'lock')
    const account = await proveAgain(counter, password)
    await db.transact(tenant.id, async (tx) => {
      await setHolderStanding(tx, account.id, { standing: 'suspended', since: now })
      await endSessionsOf(tx, account.id)
      await tellHolder({ tx, tenant, now, portal }, account, 'AccountSuspended')
      await audit({ tx, actor, now }, { deed: 'account:rest', thing: 'account', thingId: account.id })
    })
  },
})
