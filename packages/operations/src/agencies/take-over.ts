import type { Agency, OfferedProcedure } from '@motcua/domain'
import type { TenantFolder } from '../tenants/folder.ts'
import type { Bodies } from './write-agencies.ts'

/**
 * What bodies that come new receive: what every other counter of their tier receives, and what the bodies they follow
 * received.
 */
export function offeredWith(folder: TenantFolder, bodies: Bodies): OfferedProcedure[] {
  const known = new Set(folder.agencies.map(({ id }) => id))
  const fresh = bodies.agencies.filter(({ id, hasOneStopSection }) => hasOneStopSection && !known.has(id))
  if (fresh.length === 0) return folder.offered
  return folder.offered.map((offered) => {
    const receives = new Set(offered.agencies)
    const coming = fresh.filter(
      (body) => isUsualIn(folder.agencies, body.level, receives) || follows(bodies, body, receives),
    )
    const ids = coming.map(({ id }) => id)
    return { ...offered, agencies: [...new Set([...offered.agencies, ...ids])] }
  })
}

function isUsualIn(agencies: readonly Agency[], level: string, receives: ReadonlySet<string>): boolean {
  const counters = agencies.filter((one) => one.level === level && one.hasOneStopSection)
  // One counter among a kind of its own, such as the provincial centre, makes no custom.
  return counters.length > 1 && counters.every(({ id }) => receives.has(id))
}

function follows({ successions }: Bodies, body: Agency, receives: ReadonlySet<string>): boolean {
  return successions.some(({ from, to }) => to === body.id && receives.has(from))
}
