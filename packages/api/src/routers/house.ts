import {
  acceptOperator,
  inviteOperator,
  listOperators,
  lockOperator,
  signInOperator,
  signOutOperator,
} from '@motcua/operations'
import { houseProcedure as procedure, openProcedure, router } from '../procedure.ts'

/** What operators of the installation ask: nothing of it belongs to a province. */
export const house = router({
  /** Who is signed in as an operator, or nobody. */
  session: openProcedure.query(({ ctx: { actor } }) =>
    actor.kind === 'operator' ? { operatorId: actor.operatorId, fullName: actor.fullName } : null,
  ),
  signIn: procedure
    .input(signInOperator.input)
    .mutation(({ ctx, input }) => signInOperator(ctx.house, input)),
  signOut: procedure.mutation(({ ctx }) =>
    ctx.session ? signOutOperator(ctx.house, { session: ctx.session }) : undefined,
  ),
  accept: procedure
    .input(acceptOperator.input)
    .mutation(({ ctx, input }) => acceptOperator(ctx.house, input)),
  operators: procedure.query(({ ctx }) => listOperators(ctx.house)),
  inviteOperator: procedure
    .input(inviteOperator.input)
    .mutation(({ ctx, input }) => inviteOperator(ctx.house, input)),
  lockOperator: procedure
    .input(lockOperator.input)
    .mutation(({ ctx, input }) => lockOperator(ctx.house, input)),
})
