import { z } from 'zod'
import { operation } from '../operation.ts'

/** Asks the applicant for what is missing, all at once, with a reason for each. */
export const requestCompletion = operation({
  name: 'intake.requestCompletion',
  may: 'dossier:request-completion',
  input: z.object({
    dossierId: z.uuid(),
    items: z.array(
      z.object({
        kind: z.enum(['paper', 'field']),
        ref: z.string(),
        label: z.string(),
        reason: z.string().trim(),
        basis: z.string().trim().optional(),
      }),
    ),
    note: z.string().trim().max(2000).optional(),
  }),

  async run(): Promise<void> {
    throw new Error('intake.requestCompletion is being written')
  },
})
