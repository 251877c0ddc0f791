import type { Instant } from '@motcua/calendar'
import { refuse, type Refusal } from '../decision.ts'
import type { LegalClock } from '../determination.ts'
import type { Person } from '../fees/refund.ts'
import type { AccountNotice, AccountRequest, RequestOutcome, RequestPaper } from './account-request.ts'

/** The request as it stands after a deed, or why the deed is not done. */
export type Answered =
  | { readonly granted: true; readonly request: AccountRequest }
  | { readonly granted: false; readonly refusal: Refusal }

const now = (request: AccountRequest): Answered => ({ granted: true, request })

/** Adds papers. The clock starts when the last one the regulation asks for is in (AMB-23). */
export function supplyPapers(
  request: AccountRequest,
  {
    papers,
    at,
    clockFrom,
  }: { papers: readonly RequestPaper[]; at: Instant; clockFrom: (at: Instant) => LegalClock },
): Answered {
  // An emergency is met first; its letter follows for the record.
  if (request.stage !== 'incomplete' && request.stage !== 'done') return refuse({ code: 'request-not-open' })
  const all = [...request.papers, ...papers]
  if (request.stage === 'done' || missingForms({ ...request, papers: all }).length > 0)
    return now({ ...request, papers: all })
  return now({ ...request, papers: all, stage: 'open', receivedAt: at, clock: clockFrom(at) })
}

/** Forms the regulation asks for that are not in yet. */
export function missingForms({ needed, papers }: Pick<AccountRequest, 'needed' | 'papers'>): string[] {
  return (needed.answer ?? []).filter((form) => !papers.some((paper) => paper.form === form))
}

interface Deciding {
  readonly at: Instant
  readonly by: Person
}

/** What hinders somebody from deciding: it is over, papers are missing, or it is their own request. */
function hindrance(request: AccountRequest, { by }: Deciding): Refusal | undefined {
  if (request.stage === 'incomplete')
    return { code: 'request-papers-missing', data: { forms: missingForms(request) } }
  if (request.stage !== 'open') return { code: 'request-not-open' }
  return request.filedBy.accountId === by.accountId ? { code: 'second-person-needed' } : undefined
}

/**
 * Grants accounts to some or all who are on the list. Where fewer are granted than asked for, the notice says why if
 * the regulation wants it (TQ25-9.1a.3).
 */
export function grantAccounts(
  request: AccountRequest,
  deciding: Deciding & { granted: readonly boolean[]; reason?: string; mustSayWhy: boolean },
): Answered {
  const refusal = hindrance(request, deciding)
  if (refusal) return refuse(refusal)
  const { wanted } = request
  if (wanted.task !== 'create') return refuse({ code: 'request-not-open' })
  const { at, by, granted, reason, mustSayWhy } = deciding
  const outcomes = wanted.people.map(({ fullName }, index) => ({
    fullName,
    granted: granted[index] ?? false,
  }))
  if (!outcomes.some((one) => one.granted)) return refuse({ code: 'nothing-granted' })
  if (mustSayWhy && !reason && outcomes.some((one) => !one.granted)) return refuse({ code: 'reason-missing' })
  const decision = { at, by, ...(reason && { reason }) }
  return now({ ...request, stage: 'done', decision, effectAt: at, outcomes })
}

/** Agrees to a lock, an activation or a revocation, which takes effect at its moment. */
export function confirmRequest(
  request: AccountRequest,
  deciding: Deciding & { effectAt: Instant },
): Answered {
  const refusal = hindrance(request, deciding)
  if (refusal) return refuse(refusal)
  if (request.wanted.task === 'create') return refuse({ code: 'request-not-open' })
  const { at, by, effectAt } = deciding
  return now({ ...request, stage: 'confirmed', decision: { at, by }, effectAt })
}

/** What was agreed to has taken effect. */
export function carriedOut(request: AccountRequest, outcomes: readonly RequestOutcome[]): Answered {
  if (request.stage !== 'confirmed') return refuse({ code: 'request-not-open' })
  return now({ ...request, stage: 'done', outcomes })
}

/** Turns a request away as a whole; a reason is always given. */
export function refuseRequest(
  request: AccountRequest,
  { at, by, reason }: Deciding & { reason: string },
): Answered {
  if (request.stage !== 'incomplete' && request.stage !== 'open') return refuse({ code: 'request-not-open' })
  if (request.filedBy.accountId === by.accountId) return refuse({ code: 'second-person-needed' })
  if (!reason.trim()) return refuse({ code: 'reason-missing' })
  return now({ ...request, stage: 'refused', decision: { at, by, reason } })
}

/** Notes how the agency was told of the outcome. */
export function noteNotice(request: AccountRequest, notice: AccountNotice): Answered {
  if (request.stage !== 'done' && request.stage !== 'refused') return refuse({ code: 'request-not-open' })
  return request.notice ? refuse({ code: 'request-not-open' }) : now({ ...request, notice })
}
