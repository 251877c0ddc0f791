import { getTenant, listTenants } from '@motcua/operations'
import { openProcedure, procedure, router } from '../procedure.ts'

export const tenant = router({
  get: procedure.query(({ ctx }) => getTenant(ctx)),
  list: openProcedure.query(({ ctx }) => listTenants(ctx.tenants)),
})
