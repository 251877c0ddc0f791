import { getDossier, getOwn, listOwn, listQueue, lookUp, receiptSlip, recordResult } from '@motcua/operations'
import { file, FormWithFile, text } from '../form-data.ts'
import { procedure, router } from '../procedure.ts'

export const dossier = router({
  own: procedure.input(getOwn.input).query(({ ctx, input }) => getOwn(ctx, input)),
  listOwn: procedure.query(({ ctx }) => listOwn(ctx)),
  lookUp: procedure.input(lookUp.input).query(({ ctx, input }) => lookUp(ctx, input)),
  queue: procedure.input(listQueue.input).query(({ ctx, input }) => listQueue(ctx, input)),
  get: procedure.input(getDossier.input).query(({ ctx, input }) => getDossier(ctx, input)),
  recordResult: procedure
    .input(recordResult.input.omit({ document: true }))
    .mutation(({ ctx, input }) => recordResult(ctx, input)),
  /** Form fields: `dossierId`, `outcome`, `note` and `document`. */
  recordResultWithDocument: procedure.input(FormWithFile).mutation(async ({ ctx, input }) =>
    recordResult(
      ctx,
      recordResult.input.parse({
        dossierId: text(input, 'dossierId'),
        outcome: text(input, 'outcome'),
        note: text(input, 'note') || undefined,
        document: await file(input, 'document'),
      }),
    ),
  ),
  receiptSlip: procedure.input(receiptSlip.input).query(({ ctx, input }) => receiptSlip(ctx, input)),
})
