import type { Instant } from '@motcua/calendar'
import type { LegalBasis } from '@motcua/domain'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** What the law of a province asks of those who use the population database. */
export interface PopulationTerms {
  /** With whom an agency registers. */
  registerWith: string[]
  /** Forms of the papers the agency sends. */
  papers: string[]
  /** Form of the commitment each officer signs, where the law asks for one (TQ25-15.2a). */
  commitment?: string
  /** How the papers may be kept; empty where the law does not say. */
  formats: string[]
  /** Who reviews the use, where the law says. */
  reviewBy?: string
  basis: LegalBasis[]
}

/** The form each person signs themselves. */
const ownForm = 'form-six'

/** The law in force at a moment. Where it is silent, an agency still registers, names its people and is approved. */
export function populationTerms(tenant: Tenant, asOf: Instant): PopulationTerms {
  const ask = <T>(question: string) => determine<T | null>(tenant, question, { asOf })
  const registerWith = ask<string[]>('popdb.registerWith')
  const documents = ask<string[]>('popdb.documents')
  const formats = ask<string[]>('popdb.documentFormats')
  const reviewBy = ask<string>('popdb.reviewBy')
  const asked = documents.answer ?? []
  return {
    registerWith: registerWith.answer ?? [],
    papers: asked.filter((form) => form !== ownForm),
    ...(asked.includes(ownForm) && { commitment: ownForm }),
    formats: formats.answer ?? [],
    ...(reviewBy.answer && { reviewBy: reviewBy.answer }),
    basis: [registerWith, documents, formats, reviewBy].flatMap(({ basis }) => basis),
  }
}
