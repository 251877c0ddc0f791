import { sessionAdapter, setPassword } from '@motcua/db'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { refuseCommonPassword } from '../identity/password-strength.ts'
import { hashPassword, shortestPassword } from '../identity/password.ts'
import { errand } from '../operation.ts'
import { proveAgain } from './prove-again.ts'
import { tellHolder } from './tell-holder.ts'

/** Gives an account another password; every browser but the one in use is signed out. */
export const changeHolderPassword = errand({
  name: 'holder.changePassword',
  may: 'holder:own',
  input: z.object({
    password: z.string().max(1024).optional(),
    newPassword: z.string().min(shortestPassword).max(1024),
    /** The session that asks, which goes on. */
    session: z.string().max(200),
  }),

  async run(counter, { password, newPassword, session }): Promise<void> {
    const { db, tenant, actor, now, portal } = counter
    const account = await proveAgain(counter, password)
    refuseCommonPassword(newPassword, [account.fullName, account.email ?? '', account.phone ?? ''])
    const passwordHash = await hashPassword(newPassword)
    await db.transact(tenant.id, async (tx) => {
      await setPassword(tx, account.id, passwordHash)
      const adapter = sessionAdapter(tx, () => now)
      const [kept] = await adapter.getSessionAndUser(session.split('.').at(-1)!)
      await adapter.deleteUserSessions(account.id)
      if (kept?.userId === account.id) await adapter.setSession(kept)
      await tellHolder({ tx, tenant, now, portal }, account, 'AccountChanged')
      await audit(
        { tx, actor, now },
        { deed: 'account:change-password', thing: 'account', thingId: account.id },
      )
    })
  },
})
