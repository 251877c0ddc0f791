import type { Instant } from '@motcua/calendar'
import type { Consigned } from './consignment.ts'

/** What happens to the paper of a dossier on its way through the post. */
export type PostalEvent =
  | {
      /** The office signed for the paper (biên bản giao nhận). */
      readonly type: 'PaperReceived'
      readonly at: Instant
      readonly by: string
      readonly recordNo: string
      readonly broughtBy: string
    }
  | {
      /** The post took something of the dossier to bring it to the applicant. */
      readonly type: 'ConsignmentTaken'
      readonly at: Instant
      readonly by: string
      readonly no: string
      readonly what: Consigned
    }
  | {
      /** Somebody was found, or nobody. */
      readonly type: 'DeliveryTried'
      readonly at: Instant
      readonly by: string
      readonly no: string
      readonly outcome: 'delivered' | 'failed'
      readonly note: string
    }
  | {
      /** What could not be delivered came back to the office. */
      readonly type: 'ConsignmentReturned'
      readonly at: Instant
      readonly by: string
      readonly no: string
    }
