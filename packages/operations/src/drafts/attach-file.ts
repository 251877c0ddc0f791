import { putFile, saveDraft } from '@motcua/db'
import { NotFound, Refused } from '@motcua/domain'
import { z } from 'zod'
import { procedureOf } from '../catalogue/procedure-view.ts'
import { takeFile } from '../files/take-file.ts'
import { operation } from '../operation.ts'
import type { DraftView } from '../views.ts'
import { draftView } from './draft-view.ts'
import { citizenOf, getOpenDraft } from './own-draft.ts'

/** Most files one paper may be given in, such as pages photographed one by one. */
export const mostFilesPerPaper = 20

/** Keeps a file for one paper of the draft, told by its bytes to be a PDF, JPEG or PNG of at most 20 MB. */
export const attachFile = operation({
  name: 'drafts.attach',
  may: 'draft:own',
  input: z.object({
    draftId: z.uuid(),
    paperId: z.string(),
    name: z.string().max(1000),
    bytes: z.instanceof(Uint8Array),
  }),

  async run(room, { draftId, paperId, name, bytes }): Promise<DraftView> {
    const { tx, tenant, actor, now } = room
    const draft = await getOpenDraft(room, draftId)
    const { procedure } = procedureOf(tenant, draft.procedureCode)
    const paper = procedure.papers.find(({ id }) => id === paperId)
    if (!paper || paper.presentedOnly) throw new NotFound('paper')
    const attachment = await takeFile(room, paperId, { name, bytes })
    const already = draft.content.papers.filter((given) => given.paperId === paperId).length
    if (already >= mostFilesPerPaper) {
      const data = { fault: 'too-many', paperId, name, limit: mostFilesPerPaper }
      throw new Refused({ code: 'file-not-accepted', data })
    }
    await putFile(tx, {
      id: attachment.fileId,
      name: attachment.name,
      type: attachment.type,
      content: bytes,
      accountId: citizenOf(actor).accountId,
      draftId,
      at: now,
    })
    const content = { ...draft.content, papers: [...draft.content.papers, attachment] }
    return draftView(room, await saveDraft(tx, draft, content, now))
  },
})
