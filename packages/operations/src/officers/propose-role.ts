import { randomUUID } from 'node:crypto'
import { instant, type CivilDate, type Instant } from '@motcua/calendar'
import { findStaff, listGrants, proposeGrant } from '@motcua/db'
import { conflictOf, isAllowed, Refused, staffRoles } from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { administeredBy } from './administered.ts'

const Day = z.iso.date().transform((text) => text as CivilDate)

/**
 * Proposes to give a person a role at a body, for some procedures where it need not be all, from a day to a day. It opens
 * nothing until somebody else approved it. Two roles that watch over each other are not given to one person.
 */
export const proposeRole = operation({
  name: 'officers.proposeRole',
  may: 'grant:propose',
  input: z.object({
    username: z.string().trim().min(1).max(100),
    role: z.enum(staffRoles),
    agencyId: z.string().min(1).max(100),
    procedures: z.array(z.string().trim().min(1).max(60)).max(200).default([]),
    from: Day,
    /** The last day; without end where absent. */
    until: Day.optional(),
    reason: z.string().trim().min(3).max(500),
  }),

  async run(room, { username, role, agencyId, procedures, from, until, reason }): Promise<{ id: string }> {
    const { tx, tenant, actor, now } = room
    const staff = staffOf(actor)
    if (!administeredBy(tenant, actor).includes(agencyId)) throw new Refused({ code: 'role-beyond-own' })
    const account = await findStaff(tx, username)
    if (!account || account.state) throw new Refused({ code: 'population-officer-unknown' })
    if (account.id === staff.accountId) throw new Refused({ code: 'own-request' })
    if (!isAllowed(actor, 'grant:approve') && !administeredBy(tenant, actor).includes(account.agencyId))
      throw new Refused({ code: 'role-beyond-own' })
    const unknown = procedures.find((code) => !tenant.procedures.has(code))
    if (unknown) throw new Refused({ code: 'grant-procedure-unknown', data: { code: unknown } })
    const fromAt = startOf(from)
    const untilAt = until && endOf(until)
    if (untilAt && (untilAt <= fromAt || untilAt <= now)) throw new Refused({ code: 'grant-period-wrong' })

    const others = (await listGrants(tx, { accountId: account.id })).filter(
      (grant) =>
        (grant.stage === 'proposed' || grant.stage === 'given') && !(grant.untilAt && grant.untilAt <= now),
    )
    const held = [...account.roles, ...others.map((grant) => grant.role)]
    const conflict = conflictOf(role, held)
    if (conflict) throw new Refused({ code: 'roles-conflict', data: { role, conflict } })
    const isHeld =
      (account.agencyId === agencyId && account.roles.includes(role)) ||
      others.some((grant) => grant.role === role && grant.agencyId === agencyId)
    if (isHeld) throw new Refused({ code: 'grant-held-already' })

    const id = randomUUID()
    await proposeGrant(tx, {
      ...{ id, accountId: account.id, role, agencyId, procedures: [...new Set(procedures)], fromAt, reason },
      ...(untilAt && { untilAt }),
      ...{ proposedAt: now, proposedBy: staff.accountId },
    })
    const detail = { account: account.id, role, agency: agencyId, procedures: [...new Set(procedures)] }
    await audit(room, { deed: 'grant:propose', thing: 'role-grant', thingId: id, detail })
    return { id }
  },
})

function startOf(day: CivilDate): Instant {
  return instant(`${day}T00:00:00+07:00`)
}

/** The end of a day, where the next begins. */
function endOf(day: CivilDate): Instant {
  return instant(`${day}T23:59:59+07:00`)
}
