import { requestCompletion, supplyAtCounter, supplyCompletion } from '@motcua/operations'
import { procedure, router } from '../procedure.ts'

export const completion = router({
  request: procedure
    .input(requestCompletion.input)
    .mutation(({ ctx, input }) => requestCompletion(ctx, input)),
  supply: procedure.input(supplyCompletion.input).mutation(({ ctx, input }) => supplyCompletion(ctx, input)),
  supplyAtCounter: procedure
    .input(supplyAtCounter.input)
    .mutation(({ ctx, input }) => supplyAtCounter(ctx, input)),
})
