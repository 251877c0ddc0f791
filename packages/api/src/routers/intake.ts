import { accept, enterAtCounter, instantResult, redirect, refuseIntake, submit } from '@motcua/operations'
import { filesNamed, FormWithFile, jsonIn } from '../form-data.ts'
import { procedure, router } from '../procedure.ts'

export const intake = router({
  submit: procedure.input(submit.input).mutation(({ ctx, input }) => submit(ctx, input)),
  enterAtCounter: procedure
    .input(enterAtCounter.input.omit({ scans: true }))
    .mutation(({ ctx, input }) => enterAtCounter(ctx, input)),
  /** Form fields: `entry`, the input of `enterAtCounter` as JSON, and any number of files `scan-<paper id>`. */
  enterAtCounterWithScans: procedure.input(FormWithFile).mutation(async ({ ctx, input }) => {
    const scans = await filesNamed(input, 'scan-')
    const entry = {
      ...jsonIn(input, 'entry'),
      scans: scans.map(({ field, ...scan }) => ({ paperId: field, ...scan })),
    }
    return enterAtCounter(ctx, enterAtCounter.input.parse(entry))
  }),
  accept: procedure.input(accept.input).mutation(({ ctx, input }) => accept(ctx, input)),
  redirect: procedure.input(redirect.input).mutation(({ ctx, input }) => redirect(ctx, input)),
  instantResult: procedure.input(instantResult.input).mutation(({ ctx, input }) => instantResult(ctx, input)),
  refuse: procedure.input(refuseIntake.input).mutation(({ ctx, input }) => refuseIntake(ctx, input)),
})
