import type { Instant } from '@motcua/calendar'
import {
  collectionPlaces,
  type CollectionPlace,
  type CollectionTerms,
  type IntakeMode,
  type LegalBasis,
  type ReceiptOption,
} from '@motcua/domain'
import { determine } from '../rules/determine.ts'
import type { Tenant, TenantProcedure } from '../tenants/tenant.ts'

/** What the law of a province says of dossiers by post, asked once for one procedure and moment. */
export interface PostalLaw extends CollectionTerms {
  /** Whether the post files online before it carries the paper (LA19-19.2, HN19-11.2a). */
  readonly filesOnline: boolean
  readonly basis: readonly LegalBasis[]
  /** How intake counts: like an online dossier's or like one at the counter (HN19-11.2b). */
  readonly intakeAs: IntakeMode
  /** Where the applicant fetches the slip in person, the posting receipt is shown (LA19-19.3a). */
  readonly voucher: boolean
  readonly prepaid: readonly string[]
  readonly originals: readonly string[]
}

/** Asks the law. What it leaves open is left open to the post: any place, any way to get the slip. */
export function postalLaw(tenant: Tenant, { procedure, level }: TenantProcedure, asOf: Instant): PostalLaw {
  const ask = <T>(question: string, facts: Record<string, unknown> = {}) =>
    determine<T | null>(tenant, question, { asOf, ...facts })
  const eFile = ask<boolean>('postal.eFile', { level })
  const intake = ask<'as-online' | 'as-counter'>('postal.intake')
  const options = ask<ReceiptOption[]>('postal.receiptOptions')
  const choice = ask<'exactly-one' | 'any-number'>('postal.receiptChoice')
  const places = ask<CollectionPlace[]>('postal.places')
  const account = ask<string>('postal.entryAccount')
  // A province that says how the post's entries are taken in, or under which account, has the post enter them.
  const filesOnline = eFile.answer ?? (intake.answer === 'as-online' || account.answer !== null)
  return {
    offered: procedure.channels.includes('postal') && isOffered(tenant, asOf),
    places: (places.answer ?? []).filter((place) => collectionPlaces.includes(place)),
    papers: procedure.papers,
    receipt: {
      options: options.answer ?? [],
      exactlyOne: choice.answer === 'exactly-one',
      basis: [...options.basis, ...choice.basis],
    },
    filesOnline,
    basis: [...eFile.basis, ...intake.basis],
    intakeAs: intake.answer === 'as-online' ? 'online' : 'postal',
    voucher: ask<boolean>('postal.voucher').answer ?? false,
    prepaid: ask<string[]>('postal.prepaid').answer ?? [],
    originals: ask<string[]>('postal.originals').answer ?? [],
  }
}

/**
 * The post is a way in where the province names its services, or counts it among the ways to file or to take paper in
 * (PT20-10.1); where nothing is said of any of them, nothing keeps it out.
 */
function isOffered(tenant: Tenant, asOf: Instant): boolean {
  const ask = (question: string) => determine<string[] | null>(tenant, question, { asOf }).answer
  const services = ask('postal.services')
  if (services) return services.includes('postal-in')
  const ways = [ask('filing.channels'), ask('intake.paperChannels')].filter((way) => way !== null)
  return ways.length === 0 || ways.some((way) => way.includes('postal'))
}
