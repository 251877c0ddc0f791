import type { Instant } from '@motcua/calendar'
import type { LegalBasis } from '@motcua/domain'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** What a province's law says on whose the data is, how it is kept and what is handed over when a contract ends. */
const questions = [
  'data.owner',
  'data.centralised',
  'backup.required',
  'backup.schedule',
  'retention.basis',
  'retention.rules',
  'exit.handover',
  'exit.continuity',
  'exit.integrity',
] as const

export interface LawOnData {
  readonly question: (typeof questions)[number]
  /** Null where the province's law says nothing. */
  readonly answer: string | number | boolean | null | Record<string, never> | string[]
  readonly basis: LegalBasis[]
}

/** The answers in force at this moment, each with its articles; those on which the law is silent are left out. */
export function handOverLaw(tenant: Tenant, asOf: Instant): LawOnData[] {
  return questions.flatMap((question) => {
    const { answer, basis } = determine<LawOnData['answer']>(tenant, question, { asOf })
    return basis.length === 0 ? [] : [{ question, answer, basis: basis.map((one) => ({ ...one })) }]
  })
}

/** Whether the province's law has this handed over when it leaves (HN19-22.4). */
export function isHandedOver(
  tenant: Tenant,
  what: 'data-handover' | 'information-handover' | 'source-code' | 'tools',
  asOf: Instant,
): boolean {
  return determine<string[] | null>(tenant, 'exit.handover', { asOf }).answer?.includes(what) ?? false
}
