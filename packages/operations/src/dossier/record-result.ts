import { z } from 'zod'
import { operation } from '../operation.ts'

/** Records what the office decided, and whether it was in time. */
export const recordResult = operation({
  name: 'dossier.recordResult',
  may: 'dossier:record-result',
  input: z.object({
    dossierId: z.uuid(),
    outcome: z.enum(['granted', 'rejected']),
    note: z.string().trim().max(2000).optional(),
    document: z.object({ name: z.string().max(255), bytes: z.instanceof(Uint8Array) }).optional(),
  }),

  async run(): Promise<void> {
    throw new Error('dossier.recordResult is being written')
  },
})
