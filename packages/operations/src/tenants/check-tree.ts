import type { Instant } from '@motcua/calendar'
import type { Agency } from '@motcua/domain'
import { determine } from '../rules/determine.ts'
import type { Problem } from './problem.ts'
import type { Tenant } from './tenant.ts'

const file = 'agencies.csv'

/** A province needs a body at its top and one where dossiers are received. */
export function checkTree(agencies: readonly Agency[]): Problem[] {
  const found: Problem[] = []
  if (!agencies.some(({ parentId }) => parentId === undefined))
    found.push({
      file,
      vi: 'chưa có cơ quan nào ở trên cùng (cột `parentId` để trống)',
      en: 'no body stands at the top (with an empty `parentId`)',
    })
  if (!agencies.some(({ hasOneStopSection }) => hasOneStopSection))
    found.push({
      file,
      vi: 'chưa có bộ phận một cửa nào (cột `oneStop` là `yes`)',
      en: 'no body has a one-stop section (`oneStop` is `yes`)',
    })
  return found
}

/** Bodies of a tier that the law of the day does not know (AMB-02). Where the law is silent, any tier may be. */
export function checkTiers(tenant: Tenant, now: Instant): Problem[] {
  const { answer } = determine<string[] | null>(tenant, 'system.tiers', { asOf: now })
  if (!answer) return []
  const unknown = [...tenant.agencies.values()].filter(({ level }) => !answer.includes(level))
  return [...Map.groupBy(unknown, ({ level }) => level)].map(([level, bodies]) => ({
    file,
    vi: `quy định không có cấp \`${level}\` (${bodies.length} cơ quan, trong đó có \`${bodies[0]!.id}\`)`,
    en: `the regulation knows no tier \`${level}\` (${bodies.length} bodies, among them \`${bodies[0]!.id}\`)`,
  }))
}
