import type { Instant } from '@motcua/calendar'
import type { AmendmentTerms, AmendmentTrigger, Answers, Determination, Dossier } from '@motcua/domain'
import { procedureOf } from '../catalogue/procedure-view.ts'
import { submissionTerms } from '../intake/filing.ts'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** When a filed dossier may be amended, as the law of this moment says (PT20-7.2a, TQ25-18.1). */
export function amendmentTriggers(
  tenant: Tenant,
  asOf: Instant,
): Determination<readonly AmendmentTrigger[] | null> {
  return determine(tenant, 'amend.triggers', { asOf })
}

/** What an amendment of a dossier is held against now. */
export function amendmentTerms(tenant: Tenant, { procedure, mode }: Dossier, now: Instant): AmendmentTerms {
  const { form, agencyIds, papers, today, intakeClock, receiptDay } = submissionTerms(
    tenant,
    procedureOf(tenant, procedure.code),
    { mode, now },
  )
  return {
    form,
    agencyIds,
    papers,
    today,
    triggers: amendmentTriggers(tenant, now),
    intakeClock,
    ...(receiptDay && { receiptDay }),
  }
}

/** Amended answers, of which those that chose the body stay: a filed dossier is not sent elsewhere by its applicant. */
export function keepingBody(tenant: Tenant, dossier: Dossier, answers: Answers): Answers {
  const fields = procedureOf(tenant, dossier.procedure.code).form.pages.flatMap((page) => page.fields)
  const bodies = fields.filter(({ kind, id }) => kind === 'agency' && dossier.answers[id] !== undefined)
  return { ...answers, ...Object.fromEntries(bodies.map(({ id }) => [id, dossier.answers[id]!])) }
}
