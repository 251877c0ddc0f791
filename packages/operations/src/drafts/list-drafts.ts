import { listDrafts as listStored } from '@motcua/db'
import { z } from 'zod'
import { reading } from '../operation.ts'
import type { DraftLine } from '../views.ts'
import { draftLine } from './draft-view.ts'
import { citizenOf } from './own-draft.ts'

/** Unfinished filings of the person who asks, the latest first. */
export const listDrafts = reading({
  name: 'drafts.list',
  may: 'draft:own',
  input: z.void(),

  async run(room): Promise<DraftLine[]> {
    const drafts = await listStored(room.tx, citizenOf(room.actor).accountId)
    return drafts
      .filter(({ purpose }) => purpose === 'filing')
      .map((draft) => draftLine(room, draft))
      .filter((line) => line !== undefined)
  },
})
