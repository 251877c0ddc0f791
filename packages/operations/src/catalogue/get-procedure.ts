import { z } from 'zod'
import { errand } from '../operation.ts'
import type { ProcedureView } from '../views.ts'

/** One procedure with everything its page must say. */
export const getProcedure = errand({
  name: 'catalogue.get',
  may: 'catalogue:read',
  input: z.object({ code: z.string() }),

  async run(): Promise<ProcedureView> {
    throw new Error('catalogue.get is being written')
  },
})
