import { z } from 'zod'
import { errand } from '../operation.ts'
import type { TenantView } from '../views.ts'

/** The province as its portal shows it now. */
export const getTenant = errand({
  name: 'tenant.get',
  may: 'catalogue:read',
  input: z.void(),

  async run(): Promise<TenantView> {
    throw new Error('tenant.get is being written')
  },
})
