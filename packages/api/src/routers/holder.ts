import {
  askRecovery,
  changeHolderPassword,
  checkRecovery,
  deleteAccount,
  endHolderSessions,
  finishRecovery,
  getOwnAccount,
  openAtCounter,
  restAccount,
  saveOwnAccount,
} from '@motcua/operations'
import { procedure, router } from '../procedure.ts'

/** What holders do with their own accounts. */
export const holder = router({
  account: procedure.query(({ ctx }) => getOwnAccount(ctx)),
  save: procedure.input(saveOwnAccount.input).mutation(({ ctx, input }) => saveOwnAccount(ctx, input)),
  changePassword: procedure
    .input(changeHolderPassword.input.omit({ session: true }))
    .mutation(({ ctx, input }) => changeHolderPassword(ctx, { ...input, session: ctx.session ?? '' })),
  endSessions: procedure
    .input(endHolderSessions.input)
    .mutation(({ ctx, input }) => endHolderSessions(ctx, input)),
  rest: procedure.input(restAccount.input).mutation(({ ctx, input }) => restAccount(ctx, input)),
  delete: procedure.input(deleteAccount.input).mutation(({ ctx, input }) => deleteAccount(ctx, input)),
  openAtCounter: procedure.input(openAtCounter.input).mutation(({ ctx, input }) => openAtCounter(ctx, input)),
  askRecovery: procedure.input(askRecovery.input).mutation(({ ctx, input }) => askRecovery(ctx, input)),
  checkRecovery: procedure.input(checkRecovery.input).query(({ ctx, input }) => checkRecovery(ctx, input)),
  finishRecovery: procedure
    .input(finishRecovery.input)
    .mutation(({ ctx, input }) => finishRecovery(ctx, input)),
})
