import {
  acceptOperator,
  applyProvince,
  inviteOperator,
  listOperators,
  listProvinces,
  lockOperator,
  moveProvince,
  moveTrialClock,
  openTrial,
  operatorInvitation,
  planProvince,
  seeProvince,
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
  invitation: procedure
    .input(operatorInvitation.input)
    .query(({ ctx, input }) => operatorInvitation(ctx.house, input)),
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
  provinces: procedure.query(({ ctx }) => listProvinces(ctx.house)),
  province: procedure.input(seeProvince.input).query(({ ctx, input }) => seeProvince(ctx.house, input)),
  moveProvince: procedure
    .input(moveProvince.input)
    .mutation(({ ctx, input }) => moveProvince(ctx.house, input)),
  planProvince: procedure
    .input(planProvince.input)
    .mutation(({ ctx, input }) => planProvince(ctx.house, input)),
  applyProvince: procedure
    .input(applyProvince.input)
    .mutation(({ ctx, input }) => applyProvince(ctx.house, input)),
  openTrial: procedure.input(openTrial.input).mutation(({ ctx, input }) => openTrial(ctx.house, input)),
  moveTrialClock: procedure
    .input(moveTrialClock.input)
    .mutation(({ ctx, input }) => moveTrialClock(ctx.house, input)),
})
