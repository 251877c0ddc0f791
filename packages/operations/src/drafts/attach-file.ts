import { randomUUID } from 'node:crypto'
import { putFile, saveDraft } from '@motcua/db'
import { checkFile, maxFileBytes, NotFound, Refused } from '@motcua/domain'
import { z } from 'zod'
import { procedureOf } from '../catalogue/procedure-view.ts'
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
    const checked = checkFile({ bytes, size: bytes.length, name })
    if (!checked.ok)
      throw notAccepted(checked.fault, { paperId, name, bytes: bytes.length, limit: maxFileBytes })
    const already = draft.content.papers.filter((given) => given.paperId === paperId).length
    if (already >= mostFilesPerPaper)
      throw notAccepted('too-many', { paperId, name, limit: mostFilesPerPaper })
    const file = await putFile(tx, {
      id: randomUUID(),
      name: checked.name,
      type: checked.type,
      content: bytes,
      accountId: citizenOf(actor).accountId,
      draftId,
      at: now,
    })
    const { id: fileId, type, bytes: size, sha256 } = file
    const attachment = { paperId, fileId, name: checked.name, type, bytes: size, sha256 }
    const content = { ...draft.content, papers: [...draft.content.papers, attachment] }
    return draftView(room, await saveDraft(tx, draft, content, now))
  },
})

function notAccepted(fault: string, data: Readonly<Record<string, unknown>>): Refused {
  return new Refused({ code: 'file-not-accepted', data: { fault, ...data } })
}
