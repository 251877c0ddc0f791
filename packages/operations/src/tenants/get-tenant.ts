import { z } from 'zod'
import { errand } from '../operation.ts'
import type { TenantView } from '../views.ts'
import { tenantView } from './tenant-view.ts'

/** The province as its portal shows it now. */
export const getTenant = errand({
  name: 'tenant.get',
  may: 'catalogue:read',
  input: z.void(),

  async run({ tenant, now }): Promise<TenantView> {
    return tenantView(tenant, now)
  },
})
