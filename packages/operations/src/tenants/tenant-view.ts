import type { Instant } from '@motcua/calendar'
import { applicantSignIn, boundaryFree, filingVia, localRegistration } from '../rules/determine.ts'
import type { TenantView } from '../views.ts'
import type { Tenant } from './tenant.ts'

/** The province as its windows show it now. */
export function tenantView(tenant: Tenant, now: Instant, { national = false } = {}): TenantView {
  const { manifest, rules } = tenant
  const filing = filingVia(tenant, now)
  const registration = localRegistration(tenant, now)
  const signIn = applicantSignIn(tenant, now)
  const via = filing.answer ?? 'portal'
  const today = now.slice(0, 10)
  return {
    id: tenant.id,
    hosts: [...manifest.hosts],
    name: manifest.name,
    portalTitle: manifest.portalTitle,
    hotline: manifest.hotline,
    email: manifest.email,
    address: manifest.address,
    brand: manifest.brand,
    ...(tenant.closed && { closed: tenant.closed }),
    ...(tenant.twinOf !== undefined && { trial: { of: tenant.twinOf, now } }),
    ...(manifest.notice && { notice: manifest.notice }),
    ...(tenant.officeHours.assumed && { assumed: tenant.officeHours.assumed }),
    filing: {
      via,
      ...(via === 'national-portal' && manifest.nationalPortalUrl && { url: manifest.nationalPortalUrl }),
      basis: [...filing.basis],
    },
    boundaryFree: boundaryFree(tenant, now).answer === true,
    mayRegister: { allowed: registration.answer ?? via === 'portal', basis: [...registration.basis] },
    signIn: {
      national,
      localActs: signIn.answer === null || signIn.answer.includes('local-account'),
      basis: [...signIn.basis],
    },
    regulations: rules.program.regulations
      .filter(({ effectiveOn, endsBefore }) => effectiveOn <= today && (!endsBefore || today < endsBefore))
      .map(({ number, title, effectiveOn, province }) => ({ number, title, effectiveOn, province })),
    program: rules.program.hash,
  }
}
