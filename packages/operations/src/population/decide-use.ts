import { decideRegistration, endOfficers, getRegistration } from '@motcua/db'
import { Forbidden, isAllowed, NotFound, Refused } from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { populationTerms } from './terms.ts'

const Reason = z.string().trim().min(1).max(1000)
const police = 'police-admin-order'

/**
 * The province's centre approves or rejects a registration; nobody decides on what they filed. Where the law has agencies
 * register with the police too, their number of it is written down (TQ25-15.1).
 */
export const decideOnPopulationUse = operation({
  name: 'population.decide',
  may: 'population:decide',
  input: z.discriminatedUnion('decision', [
    z.object({
      id: z.uuid(),
      decision: z.literal('approve'),
      policeReference: z.string().trim().max(100).optional(),
    }),
    z.object({ id: z.uuid(), decision: z.literal('reject'), reason: Reason }),
  ]),

  async run(room, decided): Promise<void> {
    const { tx, tenant, actor, now } = room
    const { accountId } = staffOf(actor)
    const registration = await getRegistration(tx, decided.id)
    const isOwn =
      registration.filedBy === accountId ||
      registration.officers.some((officer) => officer.accountId === accountId)
    if (isOwn) throw new Refused({ code: 'own-request' })
    if (decided.decision === 'approve') {
      const needed = populationTerms(tenant, now).registerWith.includes(police)
      if (needed && !decided.policeReference) throw new Refused({ code: 'population-police-missing' })
      const { policeReference } = decided
      await decideRegistration(tx, decided.id, { stage: 'approved', at: now, by: accountId, policeReference })
    } else {
      await decideRegistration(tx, decided.id, {
        stage: 'rejected',
        at: now,
        by: accountId,
        reason: decided.reason,
      })
    }
    await audit(room, {
      deed: decided.decision === 'approve' ? 'population:approve' : 'population:reject',
      thing: 'population-registration',
      thingId: decided.id,
      detail: { agency: registration.agencyId },
    })
  },
})

/** Takes an officer off the list, or ends a registration whole: by the agency itself or by the centre, at once. */
export const endPopulationUse = operation({
  name: 'population.end',
  may: 'population:list',
  input: z.object({ id: z.uuid(), accountId: z.uuid().optional(), reason: Reason }),

  async run(room, { id, accountId, reason }): Promise<void> {
    const { tx, actor, now } = room
    const staff = staffOf(actor)
    const registration = await getRegistration(tx, id)
    if (!isAllowed(actor, 'population:decide')) {
      if (!isAllowed(actor, 'population:register')) throw new Forbidden('population:register')
      if (registration.agencyId !== staff.agencyId) throw new NotFound('population-registration')
    }
    if (accountId === undefined) {
      await decideRegistration(tx, id, { stage: 'ended', at: now, by: staff.accountId, reason })
    } else if ((await endOfficers(tx, id, now, accountId)) === 0) {
      throw new NotFound('population-officer')
    }
    await audit(room, {
      deed: 'population:end',
      thing: 'population-registration',
      thingId: id,
      detail: { reason, ...(accountId !== undefined && { officer: accountId }) },
    })
  },
})
