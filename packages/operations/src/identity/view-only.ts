import type { Instant } from '@motcua/calendar'
import { Refused, type Actor, type Permission } from '@motcua/domain'
import { applicantSignIn, localRegistration } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** What a holder does for a dossier; an account itself its holder may always put in order. */
const forDossiers: readonly Permission[] = ['draft:own', 'dossier:own', 'paper:keep']

/**
 * Where the law knows the national electronic identity only, an account of the province from before may still be read
 * (TQ25-5.2, AMB-35); to act its holder signs in with that identity. @throws Refused
 */
export function refuseViewOnly(
  { tenant, actor, now }: { tenant: Tenant; actor: Actor; now: Instant },
  may: Permission,
): void {
  if (isViewOnly(tenant, actor, now) && forDossiers.includes(may)) {
    const { basis } = applicantSignIn(tenant, now)
    throw new Refused({ code: 'view-only-account', data: { basis } })
  }
}

/**
 * Whether this person signed in with what the law lets them read with only: an account of a province that opens none
 * any more. Where its regulation still opens accounts, they are there to act with (LA19-8, HN19-6.1a, PT20-7.1a).
 */
export function isViewOnly(tenant: Tenant, actor: Actor, now: Instant): boolean {
  if (actor.kind !== 'citizen' || actor.proof !== 'password') return false
  return localRegistration(tenant, now).answer === false
}
