import type { Instant } from '@motcua/calendar'
import type { Consigned } from './consignment.ts'

/** Where the paper of a postal dossier is: who signed for it and what is on its way back (AMB-45: apart from filing). */
export interface Custody {
  readonly received?: { readonly at: Instant; readonly by: string; readonly recordNo: string }
  readonly consignments?: readonly {
    readonly no: string
    readonly what: Consigned
    readonly takenAt: Instant
    readonly phase: 'on-the-way' | 'delivered' | 'returned'
    /** Who took it. */
    readonly to?: string
  }[]
}
