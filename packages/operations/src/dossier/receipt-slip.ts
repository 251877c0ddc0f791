import { z } from 'zod'
import { operation } from '../operation.ts'
import type { ReceiptSlipView } from '../views.ts'

/** The receipt slip of an accepted dossier, for staff or for its applicant. */
export const receiptSlip = operation({
  name: 'dossier.receiptSlip',
  may: 'dossier:receipt-slip',
  input: z.object({ dossierId: z.uuid() }),

  async run(): Promise<ReceiptSlipView> {
    throw new Error('dossier.receiptSlip is being written')
  },
})
