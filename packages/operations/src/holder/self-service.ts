import type { Instant } from '@motcua/calendar'
import { Refused, type Determination } from '@motcua/domain'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** What a holder does with an account alone: correct what it says, rest it, give it up. */
export type SelfService = 'create' | 'self-edit' | 'lock' | 'self-cancel'

/** What the law lets holders do (TQ25-30.1b, PT20-7.1d); where it lists nothing they may do all of it. */
export function selfService(tenant: Tenant, asOf: Instant): Determination<readonly SelfService[] | null> {
  return determine(tenant, 'accounts.selfService', { asOf })
}

/** Whether the law leaves this to holders. */
export function mayThemselves(tenant: Tenant, asOf: Instant, what: SelfService): boolean {
  const { answer } = selfService(tenant, asOf)
  return answer === null || answer.includes(what)
}

/** @throws Refused where the law lists what holders do, and not this */
export function requireSelfService(tenant: Tenant, asOf: Instant, what: SelfService): void {
  if (mayThemselves(tenant, asOf, what)) return
  throw new Refused({ code: 'self-service-not-regulated', data: { basis: selfService(tenant, asOf).basis } })
}
