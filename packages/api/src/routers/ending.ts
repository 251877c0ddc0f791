import { withdrawAtCounter, withdrawOwn } from '@motcua/operations'
import { procedure, router } from '../procedure.ts'

export const ending = router({
  withdraw: procedure.input(withdrawOwn.input).mutation(({ ctx, input }) => withdrawOwn(ctx, input)),
  withdrawAtCounter: procedure
    .input(withdrawAtCounter.input)
    .mutation(({ ctx, input }) => withdrawAtCounter(ctx, input)),
})
