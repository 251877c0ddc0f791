import {
  announceResult,
  compareOriginals,
  correctResult,
  getReturningTerms,
  handOverResult,
  recordResult,
  sealResult,
} from '@motcua/operations'
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
  terms: procedure.input(getReturningTerms.input).query(({ ctx, input }) => getReturningTerms(ctx, input)),
  compareOriginals: procedure
    .input(compareOriginals.input)
    .mutation(({ ctx, input }) => compareOriginals(ctx, input)),
  sealResult: procedure.input(sealResult.input).mutation(({ ctx, input }) => sealResult(ctx, input)),
  announceResult: procedure
    .input(announceResult.input)
    .mutation(({ ctx, input }) => announceResult(ctx, input)),
  handOverResult: procedure
    .input(handOverResult.input)
    .mutation(({ ctx, input }) => handOverResult(ctx, input)),
  /** Form fields: `dossierId`, `reason` and `document`. */
  correctResult: procedure.input(FormWithFile).mutation(async ({ ctx, input }) =>
    correctResult(
      ctx,
      correctResult.input.parse({
        dossierId: text(input, 'dossierId'),
        reason: text(input, 'reason'),
        document: await file(input, 'document'),
      }),
    ),
  ),
})
