import { z } from 'zod'
import { operation } from '../operation.ts'
import type { DraftView } from '../views.ts'

/** Keeps a file for one paper of the draft. */
export const attachFile = operation({
  name: 'drafts.attach',
  may: 'draft:own',
  input: z.object({
    draftId: z.uuid(),
    paperId: z.string(),
    name: z.string().max(255),
    bytes: z.instanceof(Uint8Array),
  }),

  async run(): Promise<DraftView> {
    throw new Error('drafts.attach is being written')
  },
})
