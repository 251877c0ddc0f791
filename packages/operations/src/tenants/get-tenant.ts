import { z } from 'zod'
import { nationalSignIn } from '../identity/national-sign-in.ts'
import { errand } from '../operation.ts'
import type { TenantView } from '../views.ts'
import { tenantView } from './tenant-view.ts'

/** The province as its portal shows it now. */
export const getTenant = errand({
  name: 'tenant.get',
  may: 'catalogue:read',
  input: z.void(),
  evenClosed: true,

  async run(counter): Promise<TenantView> {
    const { tenant, now } = counter
    return tenantView(tenant, now, { national: nationalSignIn(counter, tenant, now) })
  },
})
