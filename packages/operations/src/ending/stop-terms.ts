import type { Instant } from '@motcua/calendar'
import type { StopTerms } from '@motcua/domain'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** Until when an applicant may stop a dossier, as the law of this moment says (TQ25-23, ND118 21). */
export function stopTerms(tenant: Tenant, asOf: Instant): StopTerms {
  return { until: determine(tenant, 'stop.until', { asOf }) }
}
