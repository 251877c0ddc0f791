import type { CivilDate } from '@motcua/calendar'
import { agenciesOn, holdsOn } from '@motcua/domain'
import type { Tenant } from '../tenants/tenant.ts'

interface Day {
  readonly day: CivilDate
  readonly tenant: Tenant
}

const known = new WeakMap<Tenant, Day>()

/**
 * A province as it is on a day: every body in its form of that day, and procedures only at bodies that exist and
 * receive on it. A reorganisation declared ahead thus comes into force at its midnight, without anybody applying it.
 */
export function tenantOn(tenant: Tenant, day: CivilDate): Tenant {
  if (tenant.agencyForms.every(({ from, to }) => from === undefined && to === undefined)) return tenant
  const last = known.get(tenant)
  if (last?.day === day) return last.tenant
  const agencies = agenciesOn(tenant.agencyForms, day)
  const procedures = new Map(
    [...tenant.procedures].map(([code, offered]) => [
      code,
      {
        ...offered,
        agencies: offered.agencies
          .map(({ id }) => agencies.get(id)!)
          .filter((agency) => holdsOn(agency, day) && agency.hasOneStopSection),
      },
    ]),
  )
  const thatDay: Tenant = { ...tenant, agencies, procedures }
  known.set(tenant, { day, tenant: thatDay })
  return thatDay
}
