import { getDossier, getOwn, listOwn, listQueue, lookUp, searchDossiers, today } from '@motcua/operations'
import { procedure, router } from '../procedure.ts'

export const dossier = router({
  own: procedure.input(getOwn.input).query(({ ctx, input }) => getOwn(ctx, input)),
  listOwn: procedure.query(({ ctx }) => listOwn(ctx)),
  lookUp: procedure.input(lookUp.input).query(({ ctx, input }) => lookUp(ctx, input)),
  queue: procedure.input(listQueue.input).query(({ ctx, input }) => listQueue(ctx, input)),
  search: procedure.input(searchDossiers.input).query(({ ctx, input }) => searchDossiers(ctx, input)),
  today: procedure.query(({ ctx }) => today(ctx)),
  get: procedure.input(getDossier.input).query(({ ctx, input }) => getDossier(ctx, input)),
})
