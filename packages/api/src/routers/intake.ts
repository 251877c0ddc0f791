import {
  accept,
  enterAtCounter,
  refuseIntake,
  requestCompletion,
  submit,
  supplyAtCounter,
  supplyCompletion,
} from '@motcua/operations'
import { procedure, router } from '../procedure.ts'

export const intake = router({
  submit: procedure.input(submit.input).mutation(({ ctx, input }) => submit(ctx, input)),
  supplyCompletion: procedure
    .input(supplyCompletion.input)
    .mutation(({ ctx, input }) => supplyCompletion(ctx, input)),
  enterAtCounter: procedure
    .input(enterAtCounter.input)
    .mutation(({ ctx, input }) => enterAtCounter(ctx, input)),
  supplyAtCounter: procedure
    .input(supplyAtCounter.input)
    .mutation(({ ctx, input }) => supplyAtCounter(ctx, input)),
  accept: procedure.input(accept.input).mutation(({ ctx, input }) => accept(ctx, input)),
  requestCompletion: procedure
    .input(requestCompletion.input)
    .mutation(({ ctx, input }) => requestCompletion(ctx, input)),
  refuse: procedure.input(refuseIntake.input).mutation(({ ctx, input }) => refuseIntake(ctx, input)),
})
