import { getAccount } from '@motcua/db'
import { rolesOf } from '@motcua/domain'
import { z } from 'zod'
import { agencyOf, agencyView } from '../catalogue/procedure-view.ts'
import { errand } from '../operation.ts'
import { tenantView } from '../tenants/tenant-view.ts'
import type { SessionView } from '../views.ts'

/** Who is signed in, or nobody. */
export const getSession = errand({
  name: 'identity.session',
  may: 'identity:enter',
  input: z.void(),

  async run({ db, tenant, actor, now }): Promise<SessionView | null> {
    if (actor.kind !== 'citizen' && actor.kind !== 'staff') return null
    const account = await db.read(tenant.id, (tx) => getAccount(tx, actor.accountId))
    const { id: accountId, fullName } = account
    if (account.kind === 'staff') {
      const { username, roles, agencyId } = account
      const agency = agencyView(agencyOf(tenant, agencyId))
      return {
        kind: 'staff',
        accountId,
        fullName,
        username,
        roles: actor.kind === 'staff' ? rolesOf({ ...actor, roles }) : [...roles],
        agency,
        tenant: tenantView(tenant, now),
      }
    }
    const { email = '', phone = '', citizenId, address, birthDate } = account
    return {
      kind: 'citizen',
      accountId,
      fullName,
      email,
      phone,
      citizenId,
      ...(address && { address }),
      ...(birthDate && { birthDate }),
    }
  },
})
