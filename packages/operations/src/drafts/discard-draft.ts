import { deleteDraft } from '@motcua/db'
import { z } from 'zod'
import { operation } from '../operation.ts'
import { getOpenDraft } from './own-draft.ts'

/** Throws a draft away with its files. */
export const discardDraft = operation({
  name: 'drafts.discard',
  may: 'draft:own',
  input: z.object({ id: z.uuid() }),

  async run(room, { id }): Promise<void> {
    await deleteDraft(room.tx, await getOpenDraft(room, id))
  },
})
