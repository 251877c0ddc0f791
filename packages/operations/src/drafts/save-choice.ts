import { z } from 'zod'
import { channels } from '@motcua/domain'
import { operation } from '../operation.ts'
import type { DraftView } from '../views.ts'

/** Keeps which case applies, which body is asked and which ways in and out were chosen. */
export const saveChoice = operation({
  name: 'drafts.saveChoice',
  may: 'draft:own',
  input: z.object({
    id: z.uuid(),
    caseId: z.string().optional(),
    agencyId: z.string().optional(),
    returnChannel: z.enum(channels).optional(),
    paymentChannel: z.enum(channels).optional(),
  }),

  async run(): Promise<DraftView> {
    throw new Error('drafts.saveChoice is being written')
  },
})
