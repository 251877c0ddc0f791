import { pauseClock, previewPause, resumeClock } from '@motcua/operations'
import { procedure, router } from '../procedure.ts'

export const clocks = router({
  preview: procedure.input(previewPause.input).query(({ ctx, input }) => previewPause(ctx, input)),
  pause: procedure.input(pauseClock.input).mutation(({ ctx, input }) => pauseClock(ctx, input)),
  resume: procedure.input(resumeClock.input).mutation(({ ctx, input }) => resumeClock(ctx, input)),
})
