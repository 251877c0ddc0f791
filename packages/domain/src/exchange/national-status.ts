import type { Dossier } from '../dossier/dossier.ts'
import { feeStandsBefore } from '../fees/fee.ts'

/**
 * Trạng thái hồ sơ by the national portal's number: 1 filed, 2 accepted, 3 not accepted, 4 in progress, 5 more papers
 * asked for, 6 payment asked for, 7 withdrawal asked for, 8 stopped, 9 decided, 10 result returned.
 */
export type NationalStatus = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10

/** Where a dossier stands in the words of the national portal. */
export function nationalStatus(dossier: Dossier): NationalStatus {
  switch (dossier.phase) {
    case 'submitted':
      return feeStandsBefore(dossier.fee, 'acceptance') ? 6 : 1
    case 'completion-requested':
    case 'supplement-requested':
      return 5
    case 'refused':
      return 3
    case 'processing':
      return dossier.work ? 4 : 2
    case 'decided':
      return 9
    case 'returned':
      return 10
    case 'withdrawn':
      return 7
    case 'closed':
      return 8
    default:
      return dossier satisfies never
  }
}
