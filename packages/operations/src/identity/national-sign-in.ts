import type { Instant } from '@motcua/calendar'
import type { Counter } from '../operation.ts'
import { applicantSignIn } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'

/**
 * Whether a portal offers the national electronic identity: where the province is joined to it, and its law names it,
 * lets other accounts be joined (PT20-7.3), or does not say how applicants sign in.
 */
export function nationalSignIn(
  { identityProvider }: Pick<Counter, 'identityProvider'>,
  tenant: Tenant,
  asOf: Instant,
): boolean {
  const { answer } = applicantSignIn(tenant, asOf)
  const lawful = answer === null || answer.some((way) => way !== 'local-account')
  return lawful && identityProvider('vneid') !== undefined
}
