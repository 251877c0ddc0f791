import { z } from 'zod'
import { reading } from '../operation.ts'
import type { DraftLine } from '../views.ts'

/** Unfinished drafts of the person who asks, the latest first. */
export const listDrafts = reading({
  name: 'drafts.list',
  may: 'draft:own',
  input: z.void(),

  async run(): Promise<DraftLine[]> {
    throw new Error('drafts.list is being written')
  },
})
