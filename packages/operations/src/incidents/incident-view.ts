import type { Instant } from '@motcua/calendar'
import { incidentUpdates, type Incident, type Tx } from '@motcua/db'
import type { IncidentPart, IncidentView } from './views.ts'

/** Where an incident stands at a moment. Planned maintenance whose time has come is going on. */
export function stageOf(
  { startsAt, endedAt, kind, expectedAt }: Incident,
  now: Instant,
): IncidentView['stage'] {
  if (endedAt !== undefined) return 'over'
  if (now < startsAt) return 'planned'
  // Maintenance ends when it was announced to, unless somebody says otherwise.
  return kind === 'maintenance' && expectedAt !== undefined && expectedAt <= now ? 'over' : 'ongoing'
}

export async function incidentView(tx: Tx, incident: Incident, now: Instant): Promise<IncidentView> {
  const { id, kind, title, affects, startsAt, expectedAt, endedAt } = incident
  const stage = stageOf(incident, now)
  const over = endedAt ?? (stage === 'over' ? expectedAt : undefined)
  return {
    id,
    kind,
    stage,
    title,
    affects: affects as IncidentPart[],
    startsAt,
    ...(expectedAt && { expectedAt }),
    ...(over && { endedAt: over }),
    updates: (await incidentUpdates(tx, id)).map(({ by: _, ...update }) => update),
  }
}
