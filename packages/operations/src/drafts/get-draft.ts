import { getDraft as getStored } from '@motcua/db'
import { z } from 'zod'
import { reading } from '../operation.ts'
import type { DraftView } from '../views.ts'
import { draftView } from './draft-view.ts'
import { citizenOf } from './own-draft.ts'

/** One draft of the person who asks. */
export const getDraft = reading({
  name: 'drafts.get',
  may: 'draft:own',
  input: z.object({ id: z.uuid() }),

  async run(room, { id }): Promise<DraftView> {
    return draftView(room, await getStored(room.tx, id, citizenOf(room.actor).accountId))
  },
})
