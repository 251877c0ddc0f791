import { recordResult } from '@motcua/operations'
import { file, FormWithFile, text } from '../form-data.ts'
import { procedure, router } from '../procedure.ts'

export const returning = router({
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
})
