import { getAccount, getGrant, listGrants, moveGrant } from '@motcua/db'
import { conflictOf, NotFound, Refused } from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { administeredBy } from './administered.ts'

/** Gives a proposed role, or declines it. Neither who proposed it nor who would have it decides. */
export const decideRole = operation({
  name: 'officers.decideRole',
  may: 'grant:approve',
  input: z.object({ id: z.uuid(), decision: z.enum(['give', 'decline']) }),

  async run(room, { id, decision }): Promise<void> {
    const { tx, actor, now } = room
    const by = staffOf(actor).accountId
    const grant = await getGrant(tx, id)
    if (grant.proposedBy === by || grant.accountId === by) throw new Refused({ code: 'own-request' })
    if (decision === 'give') {
      // What the person holds may have changed since it was proposed.
      const account = await getAccount(tx, grant.accountId)
      const given = (await listGrants(tx, { accountId: grant.accountId })).filter(
        ({ stage }) => stage === 'given',
      )
      const held = [...(account.kind === 'staff' ? account.roles : []), ...given.map(({ role }) => role)]
      const conflict = conflictOf(grant.role, held)
      if (conflict) throw new Refused({ code: 'roles-conflict', data: { role: grant.role, conflict } })
    }
    await moveGrant(tx, id, { stage: decision === 'give' ? 'given' : 'declined', at: now, by })
    await audit(room, {
      deed: decision === 'give' ? 'grant:give' : 'grant:decline',
      thing: 'role-grant',
      thingId: id,
      detail: { account: grant.accountId, role: grant.role, agency: grant.agencyId },
    })
  },
})

/** Takes a role back, at once: its holder's next call is made without it. */
export const takeRole = operation({
  name: 'officers.takeRole',
  may: 'grant:take',
  input: z.object({ id: z.uuid(), reason: z.string().trim().min(3).max(500) }),

  async run(room, { id, reason }): Promise<void> {
    const { tx, tenant, actor, now } = room
    const grant = await getGrant(tx, id)
    if (!administeredBy(tenant, actor).includes(grant.agencyId)) throw new NotFound('role-grant')
    await moveGrant(tx, id, { stage: 'taken', at: now, by: staffOf(actor).accountId, reason })
    await audit(room, {
      deed: 'grant:take',
      thing: 'role-grant',
      thingId: id,
      detail: { account: grant.accountId, role: grant.role, agency: grant.agencyId, reason },
    })
  },
})
