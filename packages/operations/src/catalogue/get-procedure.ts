import { intakeModes } from '@motcua/domain'
import { z } from 'zod'
import { errand } from '../operation.ts'
import type { ProcedureView } from '../views.ts'
import { procedureOf, procedureView } from './procedure-view.ts'

/** One procedure with everything its page must say; what may be chosen depends on how the dossier comes in. */
export const getProcedure = errand({
  name: 'catalogue.get',
  may: 'catalogue:read',
  input: z.object({ code: z.string(), mode: z.enum(intakeModes).optional() }),

  async run({ tenant, now }, { code, mode }): Promise<ProcedureView> {
    return procedureView(tenant, procedureOf(tenant, code), now, mode)
  },
})
