import { deleteFile, saveDraft } from '@motcua/db'
import { NotFound } from '@motcua/domain'
import { z } from 'zod'
import { operation } from '../operation.ts'
import type { DraftView } from '../views.ts'
import { draftView } from './draft-view.ts'
import { citizenOf, getOpenDraft } from './own-draft.ts'

/** Takes a file out of the draft. One that belongs to a filed dossier stays in the archive. */
export const detachFile = operation({
  name: 'drafts.detach',
  may: 'draft:own',
  input: z.object({ id: z.uuid(), paperId: z.string(), fileId: z.uuid() }),

  async run(room, { id, paperId, fileId }): Promise<DraftView> {
    const { tx, actor, now } = room
    const draft = await getOpenDraft(room, id)
    const papers = draft.content.papers.filter(
      (given) => given.paperId !== paperId || given.fileId !== fileId,
    )
    if (papers.length === draft.content.papers.length) throw new NotFound('file')
    await deleteFile(tx, fileId, citizenOf(actor).accountId)
    return draftView(room, await saveDraft(tx, draft, { ...draft.content, papers }, now))
  },
})
