import { z } from 'zod'
import { errand } from '../operation.ts'
import type { LookupView } from '../views.ts'

/** Looks a dossier up by its code: what the province lists for everybody, and nothing else. */
export const lookUp = errand({
  name: 'dossier.lookUp',
  may: 'dossier:look-up',
  input: z.object({ code: z.string().trim().max(60) }),

  async run(): Promise<LookupView | null> {
    throw new Error('dossier.lookUp is being written')
  },
})
