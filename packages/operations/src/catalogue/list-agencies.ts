import { z } from 'zod'
import { errand } from '../operation.ts'
import type { AgencyView } from '../views.ts'

/** The bodies of the province, parents before their children. */
export const listAgencies = errand({
  name: 'catalogue.agencies',
  may: 'catalogue:read',
  input: z.void(),

  async run(): Promise<AgencyView[]> {
    throw new Error('catalogue.agencies is being written')
  },
})
