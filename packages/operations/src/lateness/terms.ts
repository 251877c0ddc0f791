import { dateOf, type Instant } from '@motcua/calendar'
import type { ApologySigner, ApologyTerms, Determination, Fault, Limit } from '@motcua/domain'
import type { StandingPromise } from '../clocks/promise.ts'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** What an apology is asked about. */
export interface ApologyFacts {
  readonly at: Instant
  readonly promise: StandingPromise
  /** The due moment before any re-appointment: a new date is counted from it (AMB-11d). */
  readonly originalDueAt: Instant
  readonly limit: Limit
  readonly agencyId: string
  readonly fault: Fault
  readonly split: boolean
}

/** Everything the law in force at this moment says about an apology: an act is judged by the rule of its day (AMB-17). */
export function apologyTerms(tenant: Tenant, facts: ApologyFacts): ApologyTerms {
  const { at: asOf, promise, originalDueAt, limit, agencyId, fault, split } = facts
  const extended = { dueAt: originalDueAt, limit, acceptedAt: promise.acceptedAt, asOf }
  return {
    agencyId,
    signer: determine<ApologySigner | null>(tenant, 'apology.by', { fault, split, asOf }),
    noticeBy: apologyNotice(tenant, promise, asOf),
    afterDue: determine(tenant, 'apology.afterDue', { asOf }),
    extension: {
      times: determine(tenant, 'extension.times', { asOf }),
      latest: determine(tenant, 'extension.latest', extended),
      afterDue: determine(tenant, 'extension.afterDue', { asOf }),
      adjustsDue: determine(tenant, 'extension.adjustsDue', { asOf }),
      movedBy: determine(tenant, 'extension.by', { asOf }),
    },
    published: determine(tenant, 'slip.published', { slip: 'apology-slip', asOf }),
  }
}

/**
 * The last moment for an apology. Where the lead time reaches back to the day the clock began, the whole time is too
 * short for it, and the apology is due when the risk is known, at the latest at the due moment (AMB-12).
 */
export function apologyNotice(
  tenant: Tenant,
  { startedAt, dueAt }: StandingPromise,
  asOf: Instant,
): Determination<Instant | null> {
  const notice = determine<Instant | null>(tenant, 'apology.notice', { dueAt, asOf })
  if (notice.answer === null || dateOf(notice.answer) > dateOf(startedAt)) return notice
  const { strip: _, ...rest } = notice
  return { ...rest, answer: dueAt, because: [...notice.because, tooShort] }
}

const tooShort = {
  vi: 'Toàn bộ thời gian giải quyết không dài hơn thời gian báo trước, nên xin lỗi ngay khi biết khả năng quá hạn, chậm nhất khi hết hạn.',
  en: 'The whole time is no longer than the notice, so the apology is due as soon as the risk is known, at the latest at the due time.',
}

/** Whether an apology has to be made for a dossier that is overdue (LA19-11.3). */
export function apologyRequired(tenant: Tenant, asOf: Instant): Determination<boolean | null> {
  return determine(tenant, 'apology.required', { overdue: true, asOf })
}
