import { getIncident, incidentUpdates, noteTold, openApplicants, toldThrough } from '@motcua/db'
import type { ChoreHandler } from '../chores/handler.ts'
import { logRead } from '@motcua/db'
import { writeLetter } from '../letters/write-letter.ts'
import { wordsOf } from './tell.ts'

const atOnce = 100

/**
 * Writes to people with open dossiers that the system does not serve, and how to go on (TQ25-11.2): a batch a time,
 * from where the last one ended, and nobody any more once everything works again.
 */
export const tellApplicants: ChoreHandler = async ({ db, tenant, actor, now, portal, chore }) => {
  const id = chore.subject
  return db.transact(tenant.id, async (tx) => {
    const incident = await getIncident(tx, id)
    if (incident.endedAt !== undefined) return undefined
    const people = await openApplicants(tx, await toldThrough(tx, id), atOnce)
    const last = people.at(-1)
    if (!last) return undefined
    await logRead(tx, { actor, thing: 'incident', thingId: id, why: 'to write to applicants', at: now })
    const [latest] = await incidentUpdates(tx, id)
    const body = latest?.body ?? incident.title
    const reached = new Set<string>()
    for (const { dossierId: _, ...to } of people) {
      const address = to.email ?? to.phone
      // One letter for each person of a batch, by the first way they gave.
      if (!address || reached.has(address)) continue
      reached.add(address)
      const letter = { to, message: 'IncidentDeclared', about: `incident ${id}`, ...wordsOf(incident, body) }
      await writeLetter({ tx, tenant, now, portal }, { ...letter, channels: [to.email ? 'email' : 'sms'] })
    }
    await noteTold(tx, id, last.dossierId)
    return people.length === atOnce ? now : undefined
  })
}
