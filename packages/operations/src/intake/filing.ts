import { randomBytes } from 'node:crypto'
import { dateOf, type Instant } from '@motcua/calendar'
import {
  type Answers,
  NotFound,
  submissionNo,
  type FiledProcedure,
  type Form,
  type IntakeMode,
  type SubmissionTerms,
} from '@motcua/domain'
import { procedureOf } from '../catalogue/procedure-view.ts'
import { feeTermsOf } from '../fees/fee-law.ts'
import { filingVia, intakeClock, paymentChannels, receiptDay, returnChannels } from '../rules/determine.ts'
import type { Tenant, TenantProcedure } from '../tenants/tenant.ts'

export interface SubmissionFacts {
  readonly mode: IntakeMode
  readonly now: Instant
  /** How its intake counts, where the province takes a postal dossier in like an online one (HN19-11.2b). */
  readonly countedAs?: IntakeMode
  /** What a fee depends on, where one may be owed. */
  readonly filed?: {
    readonly caseId: string
    readonly answers: Answers
    /** Whether the fee came along with the papers: then it is owed from the filing on, whenever it is due. */
    readonly broughtFee?: boolean
  }
}

/** What the law and the province say about a dossier that comes in now. The answers are kept with it (AMB-17). */
export function submissionTerms(
  tenant: Tenant,
  offered: TenantProcedure,
  { mode, now, countedAs = mode, filed }: SubmissionFacts,
): SubmissionTerms {
  const facts = { level: offered.level, mode, asOf: now }
  const filing = filingVia(tenant, now)
  const received = receiptDay(tenant, now, countedAs)
  const fee = filed && feeTermsOf(tenant, { ...filed, procedureCode: offered.procedure.code, mode, now })
  return {
    filing: { via: filing.answer ?? 'portal', basis: filing.basis },
    form: formFor(mode, offered.form),
    agencyIds: offered.agencies.map(({ id }) => id),
    papers: offered.procedure.papers,
    returnChannels: returnChannels(tenant, facts).channels,
    paymentChannels: paymentChannels(tenant, facts).channels,
    ...(received && { receiptDay: received }),
    intakeClock: intakeClock(tenant, now, countedAs),
    ...(fee && (fee.before === 'acceptance' || filed.broughtFee) && { fee }),
    today: dateOf(now),
  }
}

/** What an office keys in of a dossier on paper is what it needs: the paper form holds the rest. */
function formFor(mode: IntakeMode, form: Form): Form {
  if (mode === 'online') return form
  const pages = form.pages.map((page) => ({
    ...page,
    fields: page.fields.map((field) => ({ ...field, optional: true })),
  }))
  return { ...form, pages }
}

/** A procedure with one of its cases, as it is written into the dossier. @throws NotFound */
export function filedProcedure(tenant: Tenant, code: string, caseId: string): FiledProcedure {
  const { procedure, level } = procedureOf(tenant, code)
  const found = procedure.cases.find(({ id }) => id === caseId)
  if (!found) throw new NotFound('case')
  const { name, field } = procedure
  return { code, name, field, level, caseId, caseName: found.name, limit: found.limit }
}

/** A submission number nobody can guess from another one. */
export function newSubmissionNo(now: Instant): string {
  return submissionNo(dateOf(now), randomBytes(8))
}
