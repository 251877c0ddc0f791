import { z } from 'zod'
import { operation } from '../operation.ts'

/** Takes the dossier in: its code is issued and the processing clock begins. */
export const accept = operation({
  name: 'intake.accept',
  may: 'dossier:accept',
  input: z.object({ dossierId: z.uuid(), caseId: z.string().optional() }),

  async run(): Promise<{ code: string }> {
    throw new Error('intake.accept is being written')
  },
})
