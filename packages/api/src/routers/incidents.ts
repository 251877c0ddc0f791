import {
  announceMaintenance,
  closeIncident,
  declareIncident,
  excuseClocks,
  getBanners,
  getStatus,
  listDuringOutage,
  listIncidents,
  reportIncident,
  updateIncident,
  whoIsTold,
} from '@motcua/operations'
import { procedure, router } from '../procedure.ts'

export const incidents = router({
  banners: procedure.query(({ ctx }) => getBanners(ctx, {})),
  status: procedure.query(({ ctx }) => getStatus(ctx, {})),
  list: procedure.query(({ ctx }) => listIncidents(ctx, {})),
  whoIsTold: procedure.query(({ ctx }) => whoIsTold(ctx, {})),
  duringOutage: procedure
    .input(listDuringOutage.input)
    .mutation(({ ctx, input }) => listDuringOutage(ctx, input)),
  declare: procedure.input(declareIncident.input).mutation(({ ctx, input }) => declareIncident(ctx, input)),
  announceMaintenance: procedure
    .input(announceMaintenance.input)
    .mutation(({ ctx, input }) => announceMaintenance(ctx, input)),
  update: procedure.input(updateIncident.input).mutation(({ ctx, input }) => updateIncident(ctx, input)),
  close: procedure.input(closeIncident.input).mutation(({ ctx, input }) => closeIncident(ctx, input)),
  report: procedure.input(reportIncident.input).mutation(({ ctx, input }) => reportIncident(ctx, input)),
  excuse: procedure.input(excuseClocks.input).mutation(({ ctx, input }) => excuseClocks(ctx, input)),
})
