import { getStaffForUpdate } from '@motcua/db'
import { NotFound, Refused, workingRoles } from '@motcua/domain'
import { z } from 'zod'
import { staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { unitAdminMay } from './account-law.ts'
import { issueAccount, type Issued } from './issue-account.ts'
import { moveAccount } from './move-account.ts'
import { Officer } from './request-accounts.ts'

/** The admin of a unit issues an account to an officer of the unit, where the regulation lets them (PT20-4.3). */
export const issueInUnit = operation({
  name: 'accounts.issueInUnit',
  may: 'account:manage-unit',
  input: Officer.extend({ roles: z.array(z.enum(workingRoles)).min(1) }),

  async run(room, { email, phone, ...person }): Promise<Issued> {
    const { tenant, actor, now } = room
    const { agencyId } = staffOf(actor)
    if (!unitAdminMay(tenant, now, 'create')) throw new Refused({ code: 'accounts-granted-elsewhere' })
    return issueAccount(room, { ...person, agencyId, ...(email && { email }), ...(phone && { phone }) })
  },
})

/** The admin of a unit revokes an account of the unit's staff when they leave (PT20-4.3). */
export const revokeInUnit = operation({
  name: 'accounts.revokeInUnit',
  may: 'account:manage-unit',
  input: z.object({ accountId: z.uuid(), reason: z.string().trim().min(1).max(1000) }),

  async run(room, { accountId, reason }): Promise<void> {
    const { tx, tenant, actor, now } = room
    const { agencyId, accountId: byId, fullName: byName } = staffOf(actor)
    if (!unitAdminMay(tenant, now, 'revoke')) throw new Refused({ code: 'accounts-granted-elsewhere' })
    const account = await getStaffForUpdate(tx, accountId)
    if (account.agencyId !== agencyId) throw new NotFound('account')
    if (account.roles.some((role) => !(workingRoles as readonly string[]).includes(role)))
      throw new Refused({ code: 'role-not-grantable' })
    await moveAccount(room, accountId, { task: 'revoke', reason, byId, byName })
  },
})
