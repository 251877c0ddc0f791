import {
  dossiersDuringOutage,
  getIncident,
  logRead,
  putOutageExcuse,
  type DossierDuringOutage,
} from '@motcua/db'
import { NotFound } from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { agenciesOf, staffOf } from '../dossier/reach.ts'
import { operation, type Room } from '../operation.ts'

/** Dossiers of the head's bodies whose intake clock ran during an outage, excused or not. The reading is logged. */
export const listDuringOutage = operation({
  name: 'incidents.duringOutage',
  may: 'incident:excuse',
  input: z.object({ id: z.uuid() }),

  async run(room, { id }): Promise<{ dossiers: DossierDuringOutage[] }> {
    const { tx, actor, now } = room
    const dossiers = await hit(room, id)
    await logRead(tx, { actor, thing: 'incident', thingId: id, why: 'dossiers during the outage', at: now })
    return { dossiers }
  },
})

/**
 * Excuses intake clocks that ran during an outage, by a head's decision and with a reason (AMB-36). The clock keeps its
 * date and its lateness, in the figures too; the excuse stands beside it in the outage and in the trail.
 */
export const excuseClocks = operation({
  name: 'incidents.excuse',
  may: 'incident:excuse',
  input: z.object({
    id: z.uuid(),
    dossierIds: z.array(z.uuid()).min(1).max(500),
    reason: z.string().trim().min(1).max(1000),
  }),

  async run(room, { id, dossierIds, reason }): Promise<{ excused: number }> {
    const { tx, actor, now } = room
    const { accountId, fullName: by } = staffOf(actor)
    const may = new Set((await hit(room, id)).map((dossier) => dossier.id))
    let excused = 0
    for (const dossierId of new Set(dossierIds)) {
      if (!may.has(dossierId)) throw new NotFound('dossier')
      if (await putOutageExcuse(tx, { dossierId, incidentId: id, at: now, accountId, by, reason })) excused++
    }
    await audit(room, {
      ...{ deed: 'incident:excuse', thing: 'incident', thingId: id },
      detail: { reason, dossiers: dossierIds },
    })
    return { excused }
  },
})

/** Planned maintenance is no outage: people were told ahead. */
async function hit({ tx, tenant, actor, now }: Room, incidentId: string): Promise<DossierDuringOutage[]> {
  const { kind, startsAt: from, endedAt: to = now } = await getIncident(tx, incidentId)
  if (kind !== 'outage') throw new NotFound('incident')
  return dossiersDuringOutage(tx, { incidentId, from, to, agencyIds: agenciesOf(tenant, actor) })
}
