import { randomUUID } from 'node:crypto'
import { putIncidentReport } from '@motcua/db'
import type { LegalBasis } from '@motcua/domain'
import { z } from 'zod'
import { staffOf } from '../dossier/reach.ts'
import { operation, reading } from '../operation.ts'
import { agencyName } from '../tenants/agency-name.ts'
import { toldByBody } from './incident-law.ts'
import { moment } from './moment.ts'
import { tell, type Told } from './tell.ts'

/** Whom the law has a body tell of a disturbance, and how soon; shown before it is reported. */
export const whoIsTold = reading({
  name: 'incidents.whoIsTold',
  may: 'incident:report',
  input: z.object({}),

  async run({ tenant, actor, now }): Promise<{ bodies: string[]; timing?: string; basis: LegalBasis[] }> {
    const { bodies, timing, basis } = toldByBody(tenant, staffOf(actor).agencyId, now)
    return { bodies: [...bodies], basis: [...basis], ...(timing && { timing }) }
  },
})

/** A body tells those the law names that something does not work, at once (TQ25-29.1dd, HN19-17.8, PT20-22.4). */
export const reportIncident = operation({
  name: 'incidents.report',
  may: 'incident:report',
  input: z.object({ body: z.string().trim().min(1).max(2000) }),

  async run(room, { body }): Promise<Told & { id: string }> {
    const { tx, tenant, actor, now } = room
    const { agencyId, accountId } = staffOf(actor)
    const id = randomUUID()
    await putIncidentReport(tx, { id, agencyId, accountId, at: now, body })
    const agency = agencyName(tenant, agencyId)
    const told = await tell(room, toldByBody(tenant, agencyId, now), {
      message: 'IncidentReported',
      about: `incident-report ${id}`,
      words: { agency, body, at: moment(now, 'vi') },
      english: { agency, body, at: moment(now, 'en') },
    })
    return { id, ...told }
  },
})
