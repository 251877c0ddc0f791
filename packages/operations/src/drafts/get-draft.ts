import { z } from 'zod'
import { reading } from '../operation.ts'
import type { DraftView } from '../views.ts'

/** One draft of the person who asks. */
export const getDraft = reading({
  name: 'drafts.get',
  may: 'draft:own',
  input: z.object({ id: z.uuid() }),

  async run(): Promise<DraftView> {
    throw new Error('drafts.get is being written')
  },
})
