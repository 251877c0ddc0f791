import { z } from 'zod'
import { errand } from '../operation.ts'

/** Files a draft. The same draft is always the same dossier, however often it is pressed. */
export const submit = errand({
  name: 'intake.submit',
  may: 'draft:own',
  input: z.object({ draftId: z.uuid() }),

  async run(): Promise<{ dossierId: string; submissionNo: string }> {
    throw new Error('intake.submit is being written')
  },
})
