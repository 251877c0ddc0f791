import type { CivilDate, Instant } from '@motcua/calendar'
import type { Collection, CountLine, Consignment, Handover, LegalBasis } from '@motcua/domain'

/** A collection as its postal officer sees it, with what the law says of the next step. */
export interface CollectionView extends Collection {
  procedureName: string
  caseName: string
  agencyName: string
  lines: CountLine[]
  /** Ids of required papers that are not all there. */
  lacking: string[]
  /** Whether it is filed online before transport, and by which article. */
  filesOnline: boolean
  basis: LegalBasis[]
  handoverId?: string
}

/** One line of a list of collections. */
export interface CollectionLine {
  id: string
  no: string
  phase: Collection['phase']
  applicantName: string
  procedureName: string
  agencyId: string
  agencyName: string
  collectedAt: Instant
  /** Set where it stands on a hand-over record that waits to be signed. */
  handoverId?: string
  /** Whether it can be put on a record now. */
  ready: boolean
}

/** What a postal officer has in hands. */
export interface PostalRound {
  collections: CollectionLine[]
  handovers: HandoverSummary[]
  consignments: Consignment[]
}

/** A hand-over record in a list. */
export interface HandoverSummary {
  id: string
  no: string
  agencyName: string
  preparedAt: Instant
  dossiers: number
  signedAt?: Instant
}

/** A hand-over record as both sides see it. */
export interface HandoverView extends Handover {
  agencyName: string
  /** Whether who looks at it may sign it now. */
  maySign: boolean
  /** True where the signature files the dossiers of this record, by this article. */
  filesBySigning: boolean
  basis: LegalBasis[]
}

/** What a postal officer did on one day, counted from the log. */
export interface PostalDay {
  day: CivilDate
  collected: number
  filed: number
  handedOver: number
  givenBack: number
  taken: number
  delivered: number
  failed: number
  returned: number
  /** Đồng taken in advance on this day, what went back with papers given back already left out. */
  fees: number
  returnPostage: number
  deeds: {
    at: Instant
    deed: string
    thing: 'collection' | 'handover' | 'consignment'
    detail: Record<string, unknown>
  }[]
}

/** What must be known to collect for a procedure. */
export interface PostalProcedure {
  code: string
  offered: boolean
  places: readonly Collection['place'][]
  receiptOptions: readonly Collection['receipt'][number][]
  exactlyOne: boolean
  receiptBasis: readonly LegalBasis[]
  filesOnline: boolean
  basis: readonly LegalBasis[]
  voucher: boolean
  prepaid: readonly string[]
  originals: readonly string[]
}
