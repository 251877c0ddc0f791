import { countOpenAlerts, seeAlerts, settleAlert } from '@motcua/operations'
import { procedure, router } from '../procedure.ts'

export const errands = router({
  alerts: procedure.query(({ ctx }) => seeAlerts(ctx, {})),
  alertCount: procedure.query(({ ctx }) => countOpenAlerts(ctx, {})),
  settleAlert: procedure.input(settleAlert.input).mutation(({ ctx, input }) => settleAlert(ctx, input)),
})
