import { getProcedure, listAgencies, searchProcedures } from '@motcua/operations'
import { procedure, router } from '../procedure.ts'

export const catalogue = router({
  search: procedure.input(searchProcedures.input).query(({ ctx, input }) => searchProcedures(ctx, input)),
  get: procedure.input(getProcedure.input).query(({ ctx, input }) => getProcedure(ctx, input)),
  agencies: procedure.query(({ ctx }) => listAgencies(ctx)),
})
