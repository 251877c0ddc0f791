import { randomUUID } from 'node:crypto'
import { instant, type Instant } from '@motcua/calendar'
import { addIncidentUpdate, endIncident, getIncidentForUpdate, putIncident, type Incident } from '@motcua/db'
import { Conflict, type FieldError } from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { outageLaw } from './incident-law.ts'
import { stageOf } from './incident-view.ts'
import { leaveApplicants, tellOf, type Told } from './tell.ts'
import { incidentParts } from './views.ts'

/** A moment as a form posts it, `2026-03-02T09:00`, in Vietnam. */
const Minute = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
  .transform((text, context): Instant => {
    try {
      return instant(`${text}:00+07:00`)
    } catch {
      context.addIssue({ code: 'custom', message: 'not a moment', params: { code: 'not-a-date' } })
      return z.NEVER
    }
  })
const Said = z.object({
  vi: z.string().trim().min(1).max(2000),
  en: z.string().trim().max(2000).default(''),
})
const Title = z.object({
  vi: z.string().trim().min(1).max(160),
  en: z.string().trim().max(160).default(''),
})
const affects = z.array(z.enum(incidentParts)).min(1)

export interface Declared extends Told {
  id: string
}

/**
 * Says that the system does not serve: banner and status page at once, a letter to everybody the law names, people with
 * open dossiers included, with how work goes on meanwhile (TQ25-11.1, 11.2). No clock stops (AMB-36).
 */
export const declareIncident = operation({
  name: 'incidents.declare',
  may: 'incident:declare',
  input: z.object({
    title: Title,
    body: Said,
    affects,
    /** Since when; now unless told. Never in the future. */
    startsAt: Minute.optional(),
    /** When it is to be over, where that is known already (TQ25-12.5). */
    expectedAt: Minute.optional(),
  }),

  async run(room, { title, body, affects: parts, startsAt, expectedAt }): Promise<Declared> {
    const { tx, tenant, actor, now } = room
    if (startsAt !== undefined && startsAt > now) throw wrong('startsAt', 'not-a-date')
    if (expectedAt !== undefined && expectedAt <= now) throw wrong('expectedAt', 'not-a-date')
    const { fullName: by } = staffOf(actor)
    const incident: Incident = {
      ...{ id: randomUUID(), kind: 'outage', title, affects: parts, by },
      ...{ startsAt: startsAt ?? now, announcedAt: now },
      ...(expectedAt && { expectedAt }),
    }
    await putIncident(tx, incident)
    await addIncidentUpdate(tx, incident.id, { at: now, by, body, ...(expectedAt && { expectedAt }) })
    const told = await tellOf(room, incident, { message: 'IncidentDeclared', body })
    if (outageLaw(tenant, now).tellsApplicants) await leaveApplicants(room, incident.id)
    const trace = { deed: 'incident:declare', thing: 'incident', thingId: incident.id } as const
    await audit(room, {
      ...trace,
      detail: { affects: parts, startsAt: incident.startsAt, written: told.written },
    })
    return { id: incident.id, ...told }
  },
})

/** Announces maintenance ahead: on the portal until it is over, and to those the law names (AMB-34). */
export const announceMaintenance = operation({
  name: 'incidents.announceMaintenance',
  may: 'incident:declare',
  input: z.object({ title: Title, body: Said, affects, startsAt: Minute, expectedAt: Minute }),

  async run(room, { title, body, affects: parts, startsAt, expectedAt }): Promise<Declared> {
    const { tx, actor, now } = room
    if (startsAt <= now) throw wrong('startsAt', 'not-a-date')
    if (expectedAt <= startsAt) throw wrong('expectedAt', 'not-a-date')
    const { fullName: by } = staffOf(actor)
    const incident: Incident = {
      ...{ id: randomUUID(), kind: 'maintenance', title, affects: parts, by },
      ...{ startsAt, expectedAt, announcedAt: now },
    }
    await putIncident(tx, incident)
    await addIncidentUpdate(tx, incident.id, { at: now, by, body, expectedAt })
    const told = await tellOf(room, incident, { message: 'MaintenanceAnnounced', body })
    const trace = { deed: 'maintenance:announce', thing: 'incident', thingId: incident.id } as const
    await audit(room, { ...trace, detail: { affects: parts, startsAt, expectedAt } })
    return { id: incident.id, ...told }
  },
})

/** Publishes a further word, or another time of recovery, and tells those the law names (TQ25-12.5). */
export const updateIncident = operation({
  name: 'incidents.update',
  may: 'incident:declare',
  input: z.object({ id: z.uuid(), body: Said, expectedAt: Minute.optional() }),

  async run(room, { id, body, expectedAt }): Promise<Told> {
    const { tx, actor, now } = room
    const incident = await getIncidentForUpdate(tx, id)
    if (incident.endedAt !== undefined) throw new Conflict('incident')
    if (expectedAt !== undefined && expectedAt <= now) throw wrong('expectedAt', 'not-a-date')
    const { fullName: by } = staffOf(actor)
    await addIncidentUpdate(tx, id, { at: now, by, body, ...(expectedAt && { expectedAt }) })
    const changed = { ...incident, ...(expectedAt && { expectedAt }) }
    const told = await tellOf(room, changed, { message: 'IncidentUpdated', body })
    await audit(room, {
      ...{ deed: 'incident:update', thing: 'incident', thingId: id },
      detail: { expectedAt: expectedAt ?? null },
    })
    return told
  },
})

/** Says that everything works again; maintenance that has not begun is called off. */
export const closeIncident = operation({
  name: 'incidents.close',
  may: 'incident:declare',
  input: z.object({ id: z.uuid(), body: Said }),

  async run(room, { id, body }): Promise<Told> {
    const { tx, actor, now } = room
    const incident = await getIncidentForUpdate(tx, id)
    if (incident.endedAt !== undefined) throw new Conflict('incident')
    const { fullName: by } = staffOf(actor)
    await addIncidentUpdate(tx, id, { at: now, by, body })
    // What was called off before it began lasted no time at all.
    await endIncident(tx, id, stageOf(incident, now) === 'planned' ? incident.startsAt : now)
    const told = await tellOf(room, incident, { message: 'IncidentOver', body })
    await audit(room, { deed: 'incident:close', thing: 'incident', thingId: id })
    return told
  },
})

function wrong(field: string, code: FieldError['code']): z.ZodError {
  return new z.ZodRealError([
    { code: 'custom', path: [field], message: code, input: undefined, params: { code } } as z.core.$ZodIssue,
  ])
}
