import { dateOf } from '@motcua/calendar'
import { holdsOn } from '@motcua/domain'
import { z } from 'zod'
import { errand } from '../operation.ts'
import type { AgencyView } from '../views.ts'
import { agencyView } from './procedure-view.ts'

/** The bodies of the province as of today, parents before their children. */
export const listAgencies = errand({
  name: 'catalogue.agencies',
  may: 'catalogue:read',
  input: z.void(),

  async run({ tenant, now }): Promise<AgencyView[]> {
    const all = [...tenant.agencies.values()].filter((agency) => holdsOn(agency, dateOf(now))).map(agencyView)
    const below = (parentId: string | undefined): AgencyView[] =>
      all.filter((agency) => agency.parentId === parentId).flatMap((agency) => [agency, ...below(agency.id)])
    return below(undefined)
  },
})
