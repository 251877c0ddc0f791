import type { Instant } from '@motcua/calendar'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'
import type { KeyLaw } from './views.ts'

/** What the law of a province says about keys at a moment (TQ25-8). */
export function keyLaw(tenant: Tenant, asOf: Instant): KeyLaw {
  return {
    limit: determine(tenant, 'api.rateLimit', { asOf }),
    sharing: determine(tenant, 'api.keySharing', { asOf }),
    manager: determine(tenant, 'api.keyManager', { asOf }),
    logged: determine(tenant, 'api.logAll', { asOf }),
    watched: determine(tenant, 'api.anomalies', { asOf }),
  }
}
