import { dossierRegister, getSlip, listSlips } from '@motcua/operations'
import { procedure, router } from '../procedure.ts'

export const slips = router({
  list: procedure.input(listSlips.input).query(({ ctx, input }) => listSlips(ctx, input)),
  get: procedure.input(getSlip.input).query(({ ctx, input }) => getSlip(ctx, input)),
  register: procedure.input(dossierRegister.input).query(({ ctx, input }) => dossierRegister(ctx, input)),
})
