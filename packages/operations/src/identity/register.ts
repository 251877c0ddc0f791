import { randomUUID } from 'node:crypto'
import { dateOf } from '@motcua/calendar'
import { createAccount, type CitizenAccount } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { z } from 'zod'
import { errand } from '../operation.ts'
import { localRegistration } from '../rules/determine.ts'
import { answer, invalid } from './answer.ts'
import { addressOf, limit, registerByAddress } from './limits.ts'
import { tellHolder } from '../holder/tell-holder.ts'
import { refuseCommonPassword } from './password-strength.ts'
import { hashPassword, shortestPassword } from './password.ts'
import { openSession } from './session.ts'

/** Opens an account for a person and signs them in, where the regulation lets the portal do so (TQ25-5.2). */
export const register = errand({
  name: 'identity.register',
  may: 'identity:enter',
  input: z.object({
    fullName: answer('text', { maxLength: 120 }),
    citizenId: answer('citizen-id'),
    email: answer('email'),
    phone: answer('phone'),
    birthDate: answer('date').optional(),
    address: answer('text', { maxLength: 300 }).optional(),
    password: z.string().min(shortestPassword).max(1024),
  }),

  async run(counter, { password, birthDate, ...person }): Promise<{ session: string }> {
    const { db, tenant, actor, now, portal } = counter
    const allowed = localRegistration(tenant, now)
    if (allowed.answer === false) {
      throw new Refused({ code: 'registration-not-offered', data: { basis: allowed.basis } })
    }
    if (birthDate && birthDate > dateOf(now)) throw invalid('birthDate', 'date-in-future')
    await limit(counter, 'register', addressOf(actor), registerByAddress)
    refuseCommonPassword(password, [person.fullName, person.email, person.phone])
    const account = {
      ...person,
      ...(birthDate && { birthDate }),
      kind: 'citizen',
      id: randomUUID(),
      passwordHash: await hashPassword(password),
    } as CitizenAccount
    const clash = await db.transact(tenant.id, async (tx) => {
      const taken = await createAccount(tx, account, now)
      // The account is told of at once, so that whose addresses were used in another's name learns of it (HN19-6.1b).
      if (!taken) await tellHolder({ tx, tenant, now, portal }, account, 'AccountOpened')
      return taken
    })
    if (clash) throw new Refused({ code: 'login-taken', data: { field: clash.taken } })
    return {
      session: await openSession(db, {
        tenant: tenant.id,
        account,
        now,
        facts: { proof: 'password', address: addressOf(actor) },
      }),
    }
  },
})
