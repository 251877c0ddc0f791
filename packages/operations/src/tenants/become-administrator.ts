import { randomUUID } from 'node:crypto'
import { createAccount, findInvitation, tokenHash, useInvitation, type StaffAccount } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { agencyOf } from '../catalogue/procedure-view.ts'
import { answer } from '../identity/answer.ts'
import { addressOf, limit, signInByAddress } from '../identity/limits.ts'
import { hashPassword, shortestPassword } from '../identity/password.ts'
import { openSession } from '../identity/session.ts'
import { errand } from '../operation.ts'
import type { AdministratorInvitationView } from '../views.ts'

const Secret = z.string().max(100)

/** What somebody sees who was invited to a province: where they will work. */
export const administratorInvitation = errand({
  name: 'tenant.administratorInvitation',
  may: 'identity:enter',
  input: z.object({ secret: Secret }),

  async run(counter, { secret }): Promise<AdministratorInvitationView> {
    const { db, tenant, now, actor } = counter
    await limit(counter, 'invitation', addressOf(actor), signInByAddress)
    const found = await db.read(tenant.id, (tx) => findInvitation(tx, tokenHash(secret), now))
    if (!found) throw new Refused({ code: 'invitation-void' })
    const agencies = [...tenant.agencies.values()].filter(({ level }) => level === 'province')
    return {
      province: tenant.manifest.name,
      roles: [...found.roles],
      expiresAt: found.expiresAt,
      agencies: agencies.map(({ id, name }) => ({ id, name })),
    }
  },
})

/** Opens the account of an invited administrator with the password they chose, and signs them in. */
export const becomeAdministrator = errand({
  name: 'tenant.becomeAdministrator',
  may: 'identity:enter',
  input: z.object({
    secret: Secret,
    fullName: answer('text', { maxLength: 120 }),
    username: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9][a-z0-9._-]{2,59}$/),
    email: answer('email'),
    agencyId: z.string(),
    password: z.string().min(shortestPassword).max(1024),
  }),

  async run(counter, { secret, password, ...person }): Promise<{ session: string }> {
    const { db, tenant, now, actor } = counter
    await limit(counter, 'invitation', addressOf(actor), signInByAddress)
    agencyOf(tenant, person.agencyId)
    const hash = tokenHash(secret)
    const passwordHash = await hashPassword(password)
    const account = await db.transact(tenant.id, async (tx) => {
      const invitation = await findInvitation(tx, hash, now)
      if (!invitation) throw new Refused({ code: 'invitation-void' })
      const { roles } = invitation
      const opened: StaffAccount = { ...person, kind: 'staff', id: randomUUID(), roles, passwordHash }
      const clash = await createAccount(tx, opened, now)
      if (clash) throw new Refused({ code: 'login-taken', data: { field: clash.taken } })
      if (!(await useInvitation(tx, { tokenHash: hash, accountId: opened.id, at: now })))
        throw new Refused({ code: 'invitation-void' })
      const { id, fullName, agencyId } = opened
      const who = {
        kind: 'staff',
        accountId: id,
        fullName,
        agencyId,
        roles,
        address: addressOf(actor),
      } as const
      const detail = { by: 'invitation', roles }
      await audit({ tx, actor: who, now }, { deed: 'account:issue', thing: 'account', thingId: id, detail })
      return opened
    })
    return { session: await openSession(db, { tenant: tenant.id, account, now }) }
  },
})
