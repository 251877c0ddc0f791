import { z } from 'zod'
import { operation } from '../operation.ts'
import type { DraftView } from '../views.ts'

/** Takes a file out of the draft. */
export const detachFile = operation({
  name: 'drafts.detach',
  may: 'draft:own',
  input: z.object({ id: z.uuid(), paperId: z.string(), fileId: z.uuid() }),

  async run(): Promise<DraftView> {
    throw new Error('drafts.detach is being written')
  },
})
