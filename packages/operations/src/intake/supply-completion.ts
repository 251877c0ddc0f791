import { z } from 'zod'
import { operation } from '../operation.ts'

/** Hands in what the office asked for; a new attempt with a fresh intake clock. */
export const supplyCompletion = operation({
  name: 'intake.supplyCompletion',
  may: 'draft:own',
  input: z.object({ dossierId: z.uuid() }),

  async run(): Promise<{ dossierId: string }> {
    throw new Error('intake.supplyCompletion is being written')
  },
})
