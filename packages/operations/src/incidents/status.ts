import { addDays, dateOf, fromMoment, toMoment, type CivilDate, type Instant } from '@motcua/calendar'
import { listIncidents, probeDays, probeStates, type ProbeDay, type ProbeState, type Tx } from '@motcua/db'
import { z } from 'zod'
import { reading } from '../operation.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { outageLaw } from './incident-law.ts'
import { incidentView, stageOf } from './incident-view.ts'
import { daysBefore } from './list-incidents.ts'
import type { IncidentBanner, StatusPart, StatusView } from './views.ts'

const shownDays = 30
/** How long a probe is believed. */
const believedSeconds = 600
/** Share of probes answered that the platform aims at; its own aim, no law (AMB-34). */
const targetShare = 0.995

/** How the service is now and was in the last 30 days, by the probes; outages and maintenance, with what was said. */
export const getStatus = reading({
  name: 'incidents.status',
  may: 'catalogue:read',
  input: z.object({}),

  async run({ tx, tenant, now }): Promise<StatusView> {
    const from = addDays(dateOf(now), 1 - shownDays)
    const [states, days, stored] = await Promise.all([
      probeStates(tx),
      probeDays(tx, from),
      listIncidents(tx, daysBefore(now, 90)),
    ])
    const incidents = await Promise.all(stored.map((one) => incidentView(tx, one, now)))
    const { fallback, fallbackBasis } = outageLaw(tenant, now)
    return {
      at: now,
      parts: states
        .toSorted((a, b) => orderOf(a.component) - orderOf(b.component))
        .map((state) => partOf(state, days, { now, from })),
      ongoing: incidents.filter(({ stage }) => stage === 'ongoing'),
      planned: incidents.filter(({ stage }) => stage === 'planned').reverse(),
      past: incidents.filter(({ stage }) => stage === 'over'),
      ...(fallback && { fallback: { how: fallback, basis: [...fallbackBasis] } }),
      targetShare,
    }
  },
})

/** What stands across the top of every page now: outages that last, and maintenance that is announced. */
export async function bannersOf(tx: Tx, tenant: Tenant, now: Instant): Promise<IncidentBanner[]> {
  const open = await listIncidents(tx, now)
  const { fallback } = open.length > 0 ? outageLaw(tenant, now) : { fallback: undefined }
  return open.flatMap((incident) => {
    const stage = stageOf(incident, now)
    if (stage === 'over') return []
    const { id, kind, title, startsAt, expectedAt } = incident
    return [
      {
        ...{ id, kind, stage, title, startsAt },
        ...(expectedAt && { expectedAt }),
        ...(fallback && { fallback }),
      },
    ]
  })
}

/** The banners of a province's pages. */
export const getBanners = reading({
  name: 'incidents.banners',
  may: 'catalogue:read',
  input: z.object({}),

  run: ({ tx, tenant, now }): Promise<IncidentBanner[]> => bannersOf(tx, tenant, now),
})

const components = ['portal', 'archive', 'messages', 'payment', 'exchange']

function orderOf(component: string): number {
  return (components.indexOf(component) + components.length + 1) % (components.length + 1)
}

function partOf(
  { component, ok, since, at, durationMs }: ProbeState,
  all: readonly ProbeDay[],
  { now, from }: { now: Instant; from: CivilDate },
): StatusPart {
  const own = new Map(all.filter((day) => day.component === component).map((day) => [day.day, day]))
  const days = Array.from({ length: shownDays }, (_, i) => {
    const day = addDays(from, i)
    const { probes = 0, failures = 0 } = own.get(day) ?? {}
    return { day, probes, failures }
  })
  const probes = days.reduce((sum, day) => sum + day.probes, 0)
  const failures = days.reduce((sum, day) => sum + day.failures, 0)
  const fresh = at >= fromMoment(toMoment(now) - believedSeconds)
  return {
    component,
    state: !fresh ? 'unknown' : ok ? 'up' : 'down',
    since,
    probedAt: at,
    durationMs,
    ...(probes > 0 && { share: (probes - failures) / probes }),
    days,
  }
}
