import { z } from 'zod'
import { operation } from '../operation.ts'
import type { DraftView } from '../views.ts'

/** The unfinished draft of this person for a procedure, or a new one. */
export const openDraft = operation({
  name: 'drafts.open',
  may: 'draft:own',
  input: z.object({ procedureCode: z.string() }),

  async run(): Promise<DraftView> {
    throw new Error('drafts.open is being written')
  },
})
