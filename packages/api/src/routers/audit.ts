import { exportTrail, searchTrail, verifyOwnTrail } from '@motcua/operations'
import { procedure, router } from '../procedure.ts'

export const audit = router({
  search: procedure.input(searchTrail.input).query(({ ctx, input }) => searchTrail(ctx, input)),
  verify: procedure.input(verifyOwnTrail.input).mutation(({ ctx, input }) => verifyOwnTrail(ctx, input)),
  export: procedure.input(exportTrail.input).query(({ ctx, input }) => exportTrail(ctx, input)),
})
