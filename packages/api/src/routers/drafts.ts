import {
  attachFile,
  detachFile,
  discardDraft,
  getDraft,
  listDrafts,
  openAmendment,
  openCompletion,
  openDraft,
  saveChoice,
  savePage,
} from '@motcua/operations'
import { file, FormWithFile, text } from '../form-data.ts'
import { procedure, router } from '../procedure.ts'

export const drafts = router({
  open: procedure.input(openDraft.input).mutation(({ ctx, input }) => openDraft(ctx, input)),
  openCompletion: procedure
    .input(openCompletion.input)
    .mutation(({ ctx, input }) => openCompletion(ctx, input)),
  openAmendment: procedure.input(openAmendment.input).mutation(({ ctx, input }) => openAmendment(ctx, input)),
  get: procedure.input(getDraft.input).query(({ ctx, input }) => getDraft(ctx, input)),
  list: procedure.query(({ ctx }) => listDrafts(ctx)),
  savePage: procedure.input(savePage.input).mutation(({ ctx, input }) => savePage(ctx, input)),
  saveChoice: procedure.input(saveChoice.input).mutation(({ ctx, input }) => saveChoice(ctx, input)),
  /** Form fields: `draftId`, `paperId` and `file`. */
  attach: procedure.input(FormWithFile).mutation(async ({ ctx, input }) =>
    attachFile(ctx, {
      draftId: text(input, 'draftId') ?? '',
      paperId: text(input, 'paperId') ?? '',
      ...((await file(input, 'file')) ?? { name: '', bytes: new Uint8Array() }),
    }),
  ),
  detach: procedure.input(detachFile.input).mutation(({ ctx, input }) => detachFile(ctx, input)),
  discard: procedure.input(discardDraft.input).mutation(({ ctx, input }) => discardDraft(ctx, input)),
})
