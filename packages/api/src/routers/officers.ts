import { decideRole, listRoles, proposeRole, takeRole } from '@motcua/operations'
import { procedure, router } from '../procedure.ts'

export const officers = router({
  list: procedure.input(listRoles.input).query(({ ctx, input }) => listRoles(ctx, input)),
  propose: procedure.input(proposeRole.input).mutation(({ ctx, input }) => proposeRole(ctx, input)),
  decide: procedure.input(decideRole.input).mutation(({ ctx, input }) => decideRole(ctx, input)),
  take: procedure.input(takeRole.input).mutation(({ ctx, input }) => takeRole(ctx, input)),
})
