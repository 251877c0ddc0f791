import { listGrants, staffNames, type RoleGrant } from '@motcua/db'
import { isAllowed } from '@motcua/domain'
import { z } from 'zod'
import { staffOf } from '../dossier/reach.ts'
import { reading } from '../operation.ts'
import { administeredBy } from './administered.ts'

/** A role that was given or proposed, as the desk shows it. */
export interface GrantView extends Omit<RoleGrant, 'procedures'> {
  procedures: string[]
  holderName: string
  agencyName: string
  proposedByName: string
  /** Given, and its time has neither come to an end nor not begun. */
  isInForce: boolean
  mayDecide: boolean
  mayTake: boolean
}

export interface RolesView {
  grants: GrantView[]
  /** Bodies at which the reader may propose a role. */
  bodies: { id: string; name: string }[]
}

/** Roles given at the bodies somebody administers, and those proposed. */
export const listRoles = reading({
  name: 'officers.listRoles',
  may: 'grant:propose',
  input: z.object({}).default({}),

  async run({ tx, tenant, actor, now }): Promise<RolesView> {
    const { accountId } = staffOf(actor)
    const bodies = administeredBy(tenant, actor)
    const grants = (await listGrants(tx)).filter(({ agencyId }) => bodies.includes(agencyId))
    const names = await staffNames(tx, [...new Set(grants.flatMap((one) => [one.accountId, one.proposedBy]))])
    const approves = isAllowed(actor, 'grant:approve')
    return {
      grants: grants.map((one) => ({
        ...one,
        procedures: [...one.procedures],
        holderName: names.get(one.accountId) ?? one.accountId,
        proposedByName: names.get(one.proposedBy) ?? '',
        agencyName: tenant.agencies.get(one.agencyId)?.name ?? one.agencyId,
        isInForce: one.stage === 'given' && one.fromAt <= now && !(one.untilAt && one.untilAt <= now),
        mayDecide:
          approves && one.stage === 'proposed' && one.proposedBy !== accountId && one.accountId !== accountId,
        mayTake: one.stage === 'given' && isAllowed(actor, 'grant:take'),
      })),
      bodies: bodies.map((id) => ({ id, name: tenant.agencies.get(id)?.name ?? id })),
    }
  },
})
