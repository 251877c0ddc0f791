import { z } from 'zod'
import { Answers } from '@motcua/domain'
import { operation } from '../operation.ts'
import type { SavedPage } from '../views.ts'

/** Keeps the answers of one page, or says what is wrong with them. */
export const savePage = operation({
  name: 'drafts.savePage',
  may: 'draft:own',
  input: z.object({ id: z.uuid(), pageId: z.string(), answers: Answers }),

  async run(): Promise<SavedPage> {
    throw new Error('drafts.savePage is being written')
  },
})
