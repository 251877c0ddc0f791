import { dateOf } from '@motcua/calendar'
import { identitiesOf, updateCitizen, type CitizenAccount } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { answer, invalid } from '../identity/answer.ts'
import { errand } from '../operation.ts'
import { proveAgain } from './prove-again.ts'
import { mayThemselves } from './self-service.ts'
import { tellHolder } from './tell-holder.ts'

const Text = z.string().trim()

/**
 * Corrects what an account says of its holder (PT20-7.1d). Where the law does not leave that to holders, and for what
 * the national identity vouches for, addresses alone may be changed. The old addresses are told of it.
 */
export const saveOwnAccount = errand({
  name: 'holder.save',
  may: 'holder:own',
  input: z.object({
    fullName: answer('text', { maxLength: 120 }),
    email: z.union([Text.max(0), answer('email')]),
    phone: z.union([Text.max(0), answer('phone')]),
    birthDate: z.union([Text.max(0), answer('date')]),
    address: Text.max(300),
    password: z.string().max(1024).optional(),
  }),

  async run(counter, { password, ...asked }): Promise<void> {
    const { db, tenant, actor, now, portal } = counter
    if (asked.birthDate > dateOf(now)) throw invalid('birthDate', 'date-in-future')
    if (!asked.email && !asked.phone) throw invalid('email', 'required')
    const before = await proveAgain(counter, password)
    await db.transact(tenant.id, async (tx) => {
      const vouched = (await identitiesOf(tx, before.id)).length > 0
      const edits = mayThemselves(tenant, now, 'self-edit')
      const clash = await updateCitizen(tx, before.id, {
        email: asked.email || null,
        phone: asked.phone || null,
        ...(edits && { address: asked.address || null }),
        ...(edits &&
          !vouched && {
            fullName: asked.fullName,
            birthDate: (asked.birthDate || null) as CitizenAccount['birthDate'] | null,
          }),
      })
      if (clash) throw new Refused({ code: 'login-taken', data: { field: clash.taken } })
      if (asked.email !== (before.email ?? '') || asked.phone !== (before.phone ?? ''))
        await tellHolder({ tx, tenant, now, portal }, before, 'AccountChanged')
      await audit({ tx, actor, now }, { deed: 'account:edit-own', thing: 'account', thingId: before.id })
    })
  },
})
