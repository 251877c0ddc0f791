import { dateOf, type Instant } from '@motcua/calendar'
import { holdsOn, type TierKind } from '@motcua/domain'
import { determine } from '../rules/determine.ts'
import type { Problem } from '../tenants/problem.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { agenciesFile } from './read-agencies.ts'

/** The tiers of government a province's law knows at a moment; undefined where it names none. */
export function lawfulTiers(tenant: Tenant, at: Instant): readonly TierKind[] | undefined {
  for (const question of ['agencies.tiers', 'system.tiers']) {
    const { answer } = determine<TierKind[] | null>(tenant, question, { asOf: at })
    if (answer) return answer
  }
  return undefined
}

/**
 * Bodies that exist at a tier the law does not know any more. A district of a two-tier province may only stand there
 * as history, with its last day (AMB-02, AMB-44).
 */
export function checkTiers(tenant: Tenant, now: Instant): Problem[] {
  const lawful = lawfulTiers(tenant, now)
  if (!lawful) return []
  const unknown = new Set(tenant.tiers.filter(({ kind }) => !lawful.includes(kind)).map(({ id }) => id))
  const bodies = tenant.agencyForms.filter((body) => unknown.has(body.level) && holdsOn(body, dateOf(now)))
  return [...Map.groupBy(bodies, ({ level }) => level)].map(([level, [first, ...others]]) => ({
    file: agenciesFile,
    vi: `quy định không có cấp \`${level}\` (${others.length + 1} cơ quan, trong đó có \`${first!.id}\`); cơ quan đã thôi hoạt động phải ghi ngày cuối ở cột \`to\``,
    en: `the regulation knows no tier \`${level}\` (${others.length + 1} bodies, among them \`${first!.id}\`); a body that is gone needs its last day in the column \`to\``,
  }))
}
