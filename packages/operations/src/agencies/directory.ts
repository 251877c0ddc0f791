import { dateOf } from '@motcua/calendar'
import { holdsOn, type Agency } from '@motcua/domain'
import { z } from 'zod'
import { errand } from '../operation.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { closedDaysAhead, hoursOn } from './office-days.ts'
import type { AgencyDirectory, DirectoryBody, GoneBody, PlaceView } from './views.ts'

/**
 * The province's bodies as anybody may look them up: by tier, with hotline, counters, hours, the next days on which
 * they are closed, and where the work of a body that is gone went (TQ19-8.1a, TQ25-4.1a).
 */
export const agencyDirectory = errand({
  name: 'agencies.directory',
  may: 'catalogue:read',
  input: z.void(),

  async run({ tenant, now }): Promise<AgencyDirectory> {
    const today = dateOf(now)
    const bodies = [...tenant.agencies.values()]
    const present = bodies.filter((agency) => holdsOn(agency, today))
    const { manifest, officeHours } = tenant
    return {
      day: today,
      hotline: manifest.hotline,
      email: manifest.email,
      tiers: tenant.tiers
        .map(({ id, name, kind }) => ({
          id,
          name,
          kind,
          bodies: inTree(present.filter(({ level }) => level === id)).map((agency) =>
            bodyView(tenant, agency, today),
          ),
        }))
        .filter((tier) => tier.bodies.length > 0),
      gone: bodies
        .filter(({ to }) => to !== undefined && to < today)
        .map((agency) => goneView(tenant, agency)),
      hours: hoursOn(tenant, today),
      closedDays: closedDaysAhead(tenant, today),
      ...(officeHours.assumed && { assumed: officeHours.assumed }),
    }
  },
})

/** Bodies of one tier, those that stand under another of it right after it. */
function inTree(bodies: readonly Agency[]): Agency[] {
  const ids = new Set(bodies.map(({ id }) => id))
  const below = (parentId: string): Agency[] =>
    bodies.filter((body) => body.parentId === parentId).flatMap((body) => [body, ...below(body.id)])
  return bodies
    .filter(({ parentId }) => parentId === undefined || !ids.has(parentId))
    .flatMap((body) => [body, ...below(body.id)])
}

function bodyView(tenant: Tenant, agency: Agency, today: string): DirectoryBody {
  const { id, name, address, phone, hotline, email, parentId, authority, hasOneStopSection } = agency
  const parent = parentId === undefined ? undefined : tenant.agencies.get(parentId)
  const counter = agency.receivesAt === undefined ? undefined : tenant.agencies.get(agency.receivesAt)
  const points = tenant.receivingPoints.filter((point) => point.agencyId === id && holdsOn(point, today))
  const follows = tenant.successions.filter(({ to, on }) => to === id && on <= today)
  return {
    id,
    name,
    address,
    phone,
    hasOneStopSection,
    ...(hotline && { hotline }),
    ...(email && { email }),
    ...(parent && { parentName: parent.name }),
    ...(authority && { authority }),
    ...(mapOf(agency) && { map: mapOf(agency)! }),
    ...(counter && { receivesAt: { id: counter.id, ...placeView(counter) } }),
    points: points.map(placeView),
    follows: follows.map(({ from, on, decision }) => ({
      name: tenant.agencies.get(from)?.name ?? from,
      on,
      decision,
    })),
  }
}

function goneView(tenant: Tenant, { id, name, to }: Agency): GoneBody {
  const successors = tenant.successions.filter(({ from }) => from === id)
  return {
    id,
    name,
    until: to!,
    successors: successors.map((one) => ({
      id: one.to,
      name: tenant.agencies.get(one.to)?.name ?? one.to,
      on: one.on,
      decision: one.decision,
    })),
  }
}

function placeView(place: Pick<Agency, 'name' | 'address' | 'phone'> & { location?: string }): PlaceView {
  const { name, address, phone } = place
  return { name, address, phone, ...(mapOf(place) && { map: mapOf(place)! }) }
}

/** Where to look at it on a map: only a place whose coordinates are declared, so that nobody is sent astray. */
function mapOf({ location }: { readonly location?: string }): string | undefined {
  if (location === undefined) return undefined
  const [latitude, longitude] = location.split(',').map((part) => part.trim())
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`
}
