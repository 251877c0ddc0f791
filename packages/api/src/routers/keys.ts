import {
  activateKey,
  getKey,
  listKeys,
  registerKey,
  revokeKey,
  rotateKey,
  setKeyTerms,
  settleApiAlert,
} from '@motcua/operations'
import { procedure, router } from '../procedure.ts'

export const keys = router({
  list: procedure.query(({ ctx }) => listKeys(ctx, undefined)),
  get: procedure.input(getKey.input).query(({ ctx, input }) => getKey(ctx, input)),
  register: procedure.input(registerKey.input).mutation(({ ctx, input }) => registerKey(ctx, input)),
  setTerms: procedure.input(setKeyTerms.input).mutation(({ ctx, input }) => setKeyTerms(ctx, input)),
  activate: procedure.input(activateKey.input).mutation(({ ctx, input }) => activateKey(ctx, input)),
  rotate: procedure.input(rotateKey.input).mutation(({ ctx, input }) => rotateKey(ctx, input)),
  revoke: procedure.input(revokeKey.input).mutation(({ ctx, input }) => revokeKey(ctx, input)),
  settleAlert: procedure.input(settleApiAlert.input).mutation(({ ctx, input }) => settleApiAlert(ctx, input)),
})
