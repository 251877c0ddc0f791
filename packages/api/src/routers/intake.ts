import { accept, enterAtCounter, refuseIntake, submit } from '@motcua/operations'
import { filesNamed, FormWithFile, text } from '../form-data.ts'
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
      ...json(text(input, 'entry')),
      scans: scans.map(({ field, ...scan }) => ({ paperId: field, ...scan })),
    }
    return enterAtCounter(ctx, enterAtCounter.input.parse(entry))
  }),
  accept: procedure.input(accept.input).mutation(({ ctx, input }) => accept(ctx, input)),
  refuse: procedure.input(refuseIntake.input).mutation(({ ctx, input }) => refuseIntake(ctx, input)),
})

/** An object written as JSON; anything else is an empty one, which the operation's own checks then find wanting. */
function json(text = ''): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
