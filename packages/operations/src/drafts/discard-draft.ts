import { z } from 'zod'
import { operation } from '../operation.ts'

/** Throws a draft away with its files. */
export const discardDraft = operation({
  name: 'drafts.discard',
  may: 'draft:own',
  input: z.object({ id: z.uuid() }),

  async run(): Promise<void> {
    throw new Error('drafts.discard is being written')
  },
})
