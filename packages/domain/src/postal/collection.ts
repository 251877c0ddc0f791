import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { Applicant } from '../dossier/dossier.ts'
import type { Answers } from '../intake/form.ts'
import type { Attachment } from '../intake/attachment.ts'
import type { Paper } from '../procedure/procedure.ts'
import type { Channel } from '../words.ts'
import { countAgainst, lackingPapers, type CountedPaper } from './count.ts'
import type { Mandate } from './mandate.ts'
import { faultOfReceipt, type ReceiptOption, type ReceiptTerms } from './receipt-option.ts'

/** Money the post took in advance for others, in đồng (HN19-11.3a). It is handed over in full and in time (PT20-28.2). */
export interface Prepaid {
  readonly fees: number
  readonly returnPostage: number
}

export const collectionPlaces = ['postal-outlet', 'customer-address'] as const
export type CollectionPlace = (typeof collectionPlaces)[number]

/**
 * Nhận hộ hồ sơ: a dossier on its way through the post, from the count on the applicant's table until the office signs
 * for it, or until it is given back.
 */
export interface Collection {
  readonly id: string
  /** Number on the slip the applicant keeps. */
  readonly no: string
  readonly officer: { readonly accountId: string; readonly fullName: string; readonly organisation?: string }
  readonly procedureCode: string
  readonly caseId: string
  readonly agencyId: string
  readonly applicant: Applicant
  readonly answers: Answers
  readonly counted: readonly CountedPaper[]
  readonly photos: readonly Attachment[]
  readonly receipt: readonly ReceiptOption[]
  readonly returnChannel: Channel
  readonly place: CollectionPlace
  /** Number of the registered letter originals travel in (HN19-11.3a). */
  readonly registeredMail?: string
  readonly prepaid: Prepaid
  readonly collectedAt: Instant
  readonly phase: 'counted' | 'confirmed' | 'filed' | 'handed-over' | 'given-back'
  readonly mandate?: Mandate
  readonly dossierId?: string
  readonly filedAt?: Instant
  readonly handedOverAt?: Instant
  readonly givenBack?: { readonly at: Instant; readonly reason: string }
}

/** What the law and the province say of postal collection. */
export interface CollectionTerms {
  readonly offered: boolean
  readonly places: readonly CollectionPlace[]
  readonly papers: readonly Paper[]
  readonly receipt: ReceiptTerms
}

/** Counts a dossier in. What is missing is guided on the spot, so a short count is kept, but cannot be confirmed. */
export function collectDossier(
  command: Omit<Collection, 'phase' | 'mandate' | 'dossierId'>,
  { offered, places, receipt }: CollectionTerms,
  before: Collection['phase'] = 'counted',
): Decision<Collection> {
  if (before !== 'counted') return refuse({ code: 'collection-moved-on', data: { phase: before } })
  if (!offered) return refuse({ code: 'postal-not-offered' })
  if (places.length > 0 && !places.includes(command.place))
    return refuse({ code: 'postal-place-not-allowed', data: { allowed: places } })
  const fault = faultOfReceipt(command.receipt, command.applicant, receipt)
  if (fault) return refuse(fault)
  return grant({ ...command, phase: 'counted' })
}

/** The applicant confirms the count and lets the post act for them, on one signed paper. */
export function confirmCollection(
  collection: Collection,
  mandate: Mandate,
  { papers }: Pick<CollectionTerms, 'papers'>,
): Decision<Collection> {
  if (collection.phase !== 'counted')
    return refuse({ code: 'collection-moved-on', data: { phase: collection.phase } })
  const missing = lackingPapers(countAgainst(papers, collection.counted)).map(({ paperId }) => paperId)
  if (missing.length > 0) return refuse({ code: 'papers-missing', data: { papers: missing } })
  return grant({ ...collection, phase: 'confirmed', mandate })
}

/** The dossier was fileCollection, online before transport or by the hand-over itself. */
export function fileCollection(
  collection: Collection,
  { dossierId, at }: { dossierId: string; at: Instant },
): Decision<Collection> {
  if (collection.phase !== 'confirmed')
    return refuse({ code: 'mandate-missing', data: { phase: collection.phase } })
  return grant({ ...collection, phase: 'filed', dossierId, filedAt: at })
}

/** The office signed for the paper. */
export function handOverCollection(collection: Collection, { at }: { at: Instant }): Decision<Collection> {
  if (collection.phase !== 'filed')
    return refuse({ code: 'collection-moved-on', data: { phase: collection.phase } })
  return grant({ ...collection, phase: 'handed-over', handedOverAt: at })
}

/** Papers go back to the applicant before anything was filed. */
export function giveBackCollection(
  collection: Collection,
  givenBack: { at: Instant; reason: string },
): Decision<Collection> {
  if (collection.phase !== 'counted' && collection.phase !== 'confirmed')
    return refuse({ code: 'collection-moved-on', data: { phase: collection.phase } })
  if (!givenBack.reason.trim()) return refuse({ code: 'reason-missing' })
  return grant({ ...collection, phase: 'given-back', givenBack })
}
