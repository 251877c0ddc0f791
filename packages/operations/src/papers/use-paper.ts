import { getDraft, saveDraft } from '@motcua/db'
import { NotFound } from '@motcua/domain'
import { z } from 'zod'
import { procedureOf } from '../catalogue/procedure-view.ts'
import { draftView } from '../drafts/draft-view.ts'
import { citizenOf, getOpenDraft } from '../drafts/own-draft.ts'
import { operation, reading } from '../operation.ts'
import type { DraftView, PaperOffer } from '../views.ts'
import { reusableFor, takeFromKept } from './reuse.ts'
import { reuseBasis } from './validity.ts'

/** What of a person's own papers may stand for those a draft asks for. */
export const offerPapers = reading({
  name: 'papers.offer',
  may: 'paper:keep',
  input: z.object({ draftId: z.uuid() }),

  async run(room, { draftId }): Promise<PaperOffer[]> {
    const { tx, tenant, now } = room
    const { accountId } = citizenOf(room.actor)
    const { procedureCode } = await getDraft(tx, draftId, accountId)
    const { papers } = procedureOf(tenant, procedureCode).procedure
    const reusable = await reusableFor(room, accountId, papers)
    return reusable.map(({ paper, kept, standing }) => ({
      paperId: paper.id,
      keptId: kept.id,
      paperName: kept.paperName,
      procedureName: kept.procedureName,
      ...standing,
      basis: reuseBasis(tenant, kept.kind, now),
    }))
  },
})

/** Gives a paper out of one's own papers instead of handing it in again. @throws NotFound for what may not stand for it */
export const usePaper = operation({
  name: 'papers.use',
  may: 'draft:own',
  input: z.object({ draftId: z.uuid(), paperId: z.string(), keptId: z.uuid() }),

  async run(room, { draftId, paperId, keptId }): Promise<DraftView> {
    const { tx, tenant, now } = room
    const draft = await getOpenDraft(room, draftId)
    const { papers } = procedureOf(tenant, draft.procedureCode).procedure
    const reusable = await reusableFor(room, draft.accountId, papers)
    const chosen = reusable.find(({ paper, kept }) => paper.id === paperId && kept.id === keptId)
    if (!chosen) throw new NotFound('paper')
    const already = draft.content.papers.some(
      (given) => given.paperId === paperId && given.origin?.keptId === keptId,
    )
    if (already) return draftView(room, draft)
    const given = await takeFromKept(room, draft, chosen)
    const content = { ...draft.content, papers: [...draft.content.papers, given] }
    return draftView(room, await saveDraft(tx, draft, content, now))
  },
})
