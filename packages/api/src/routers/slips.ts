import { dossierRegister, getSlip, listSlips, publishedSlip } from '@motcua/operations'
import { procedure, router } from '../procedure.ts'

export const slips = router({
  list: procedure.input(listSlips.input).query(({ ctx, input }) => listSlips(ctx, input)),
  get: procedure.input(getSlip.input).query(({ ctx, input }) => getSlip(ctx, input)),
  published: procedure.input(publishedSlip.input).query(({ ctx, input }) => publishedSlip(ctx, input)),
  register: procedure.input(dossierRegister.input).query(({ ctx, input }) => dossierRegister(ctx, input)),
})
