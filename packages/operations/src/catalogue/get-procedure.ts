import { z } from 'zod'
import { errand } from '../operation.ts'
import type { ProcedureView } from '../views.ts'
import { procedureOf, procedureView } from './procedure-view.ts'

/** One procedure with everything its page must say. */
export const getProcedure = errand({
  name: 'catalogue.get',
  may: 'catalogue:read',
  input: z.object({ code: z.string() }),

  async run({ tenant, now }, { code }): Promise<ProcedureView> {
    return procedureView(tenant, procedureOf(tenant, code), now)
  },
})
