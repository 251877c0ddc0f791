import type { ReceiptOption } from '../postal/receipt-option.ts'
import type { Mandate } from '../postal/mandate.ts'

/** Through whose hands a dossier came in, where it was not the applicant's own at the door of the receiving body. */
export interface CameBy {
  /** Who filed it for the applicant, and by what right (AMB-45). */
  readonly mandate?: Mandate
  /** The post collected it. */
  readonly postal?: {
    readonly collectionId: string
    readonly collectionNo: string
    readonly receipt: readonly ReceiptOption[]
    /** Filed online before transport, so that the filing counts and not the arrival of the paper (LA19-19.2). */
    readonly filedOnline: boolean
  }
  /** It was filed at the national portal under this number of its own (TQ25-17.1). */
  readonly nationalPortal?: { readonly id: string }
  /** Another body took it in for the competent one, regardless of boundaries (TQ25-22). */
  readonly takenInBy?: {
    readonly name: string
    /** Body of this province; absent for one of another province. */
    readonly agencyId?: string
    readonly officer?: string
  }
}
