import { seeBackups } from '@motcua/operations'
import { procedure, router } from '../procedure.ts'

export const backups = router({
  see: procedure.input(seeBackups.input).query(({ ctx, input }) => seeBackups(ctx, input)),
})
