import type { Instant } from '@motcua/calendar'
import { type LegalBasis } from '@motcua/domain'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** Whom the law has told of an incident, and how soon. Empty where it names nobody. */
export interface Receivers {
  readonly bodies: readonly string[]
  readonly timing?: string
  readonly basis: readonly LegalBasis[]
}

/**
 * Whom those who run the system tell: the operator the law names, else whoever of the usual ones it gives the duty to
 * (TQ25-11.1, TQ19-16.3e, HN19-17.8).
 */
export function toldByOperator(tenant: Tenant, at: Instant): Receivers {
  const { answer } = determine<string | null>(tenant, 'system.operator', { tier: 'province', asOf: at })
  return firstOf(tenant, [...(answer ? [answer] : []), 'service-centre', 'vendor', 'it-officer'], at)
}

/** Whom a body of the province tells of a disturbance it sees (TQ25-29.1dd, PT20-22.4, 23.6, 24.3, HN19-17.8). */
export function toldByBody(tenant: Tenant, agencyId: string, at: Instant): Receivers {
  const level = tenant.agencies.get(agencyId)?.level
  const kind = tenant.tiers.find(({ id }) => id === level)?.kind ?? 'province'
  const own = {
    province: 'department',
    district: 'district-committee',
    commune: 'commune-committee',
    vertical: 'department',
  }[kind]
  return firstOf(tenant, [own, 'officer', 'it-officer'], at)
}

function firstOf(tenant: Tenant, reporters: readonly string[], at: Instant): Receivers {
  for (const reporter of reporters) {
    const to = askFor<string[]>(tenant, 'incident.to', reporter, at)
    if (!to?.answer) continue
    const timing = askFor<string>(tenant, 'incident.timing', reporter, at)
    return {
      bodies: to.answer,
      basis: to.basis,
      ...(timing?.answer && { timing: timing.answer }),
    }
  }
  return { bodies: [], basis: [] }
}

/** The answer for one who reports; undefined where the language does not know such a reporter. */
function askFor<T>(tenant: Tenant, question: string, reporter: string, at: Instant) {
  try {
    return determine<T | null>(tenant, question, { reporter, asOf: at })
  } catch (error) {
    if (error instanceof Error && error.name === 'BadFacts') return undefined
    throw error
  }
}

/** What the law says of an outage itself: how work goes on, and whether the time of recovery is announced. */
export interface OutageLaw {
  /** `other-means`, `counter` or `wait-recovery`; undefined where it is silent. */
  readonly fallback?: string
  readonly fallbackBasis: readonly LegalBasis[]
  /** The time of recovery has to be announced (TQ25-12.5). */
  readonly announcesRecovery: boolean
  readonly recoveryBasis: readonly LegalBasis[]
  /** Applicants are written to, by one of these ways (TQ25-11.2). */
  readonly tellsApplicants: boolean
  readonly applicantBasis: readonly LegalBasis[]
}

export function outageLaw(tenant: Tenant, at: Instant): OutageLaw {
  const facts = { asOf: at }
  const fallback = determine<string | null>(tenant, 'incident.fallback', facts)
  const recovery = determine<boolean | null>(tenant, 'incident.recoveryAnnounced', facts)
  const notice = determine<unknown>(tenant, 'notify.outage', facts)
  return {
    ...(fallback.answer && { fallback: fallback.answer }),
    fallbackBasis: fallback.basis,
    announcesRecovery: recovery.answer === true,
    recoveryBasis: recovery.basis,
    tellsApplicants: notice.answer !== null,
    applicantBasis: notice.basis,
  }
}
