import { z } from 'zod'
import { operation } from '../operation.ts'
import type { DraftView } from '../views.ts'

/** The draft in which a person adds what the office asked for. */
export const openCompletion = operation({
  name: 'drafts.openCompletion',
  may: 'draft:own',
  input: z.object({ dossierId: z.uuid() }),

  async run(): Promise<DraftView> {
    throw new Error('drafts.openCompletion is being written')
  },
})
