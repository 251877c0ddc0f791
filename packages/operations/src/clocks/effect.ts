import type { Instant } from '@motcua/calendar'
import type { Determination, PauseEffect } from '@motcua/domain'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** What a pause of this reason does to the clock by the rule of the day it begins; null where no rule speaks (AMB-09). */
export function pauseEffect(
  tenant: Tenant,
  pauseReason: string,
  asOf: Instant,
): Determination<PauseEffect | null> {
  return determine(tenant, 'processing.onPause', { pauseReason, asOf })
}
